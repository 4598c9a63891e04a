import nextServer from 'next'
import { createLoginAttempts } from './auth/login-attempts'
import { openDatabase } from './database/open-database'
import { seed } from './first-start/seed'
import { welcome } from './first-start/welcome'
import { listen, stopListening } from './http/listen'
import { createListener } from './http/listener'
import type { NextHandler } from './http/pages'
import { log } from './log'
import { root } from './root'
import { readSettings } from './settings'

/** How long requests under way may take when the server is told to stop, in milliseconds. */
const PATIENCE = 5000

/** One process: the database, the interfaces, and the pages. */
async function main(): Promise<void> {
  const settings = readSettings()
  let ready: NextHandler | undefined
  const waiting: NextHandler = async (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Remit is starting.\n')
  }
  const opened = await openDatabase(settings, database => seed(database, settings.dataDirectory))
  const services = { ...opened, settings, attempts: createLoginAttempts() }
  const listener = createListener(services, (request, response) => (ready ?? waiting)(request, response))

  let server: Awaited<ReturnType<typeof listen>>
  try {
    server = await listen(listener, settings.host, settings.port)
  } catch (error) {
    await opened.close()
    throw error
  }
  const pages = nextServer({
    dev: settings.development,
    dir: root,
    hostname: 'localhost',
    port: settings.port,
    httpServer: server,
  })

  let stopping = false
  const stop = async () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    await stopListening(server, PATIENCE)
    await pages.close()
    await opened.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().catch(error => {
        log.fatal({ error: error.stack }, 'the server did not stop cleanly')
        process.exit(1)
      })
    })
  }

  await pages.prepare()
  ready = pages.getRequestHandler()
  process.stdout.write(await welcome(opened, settings))
}

main().catch((error: unknown) => {
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`)
  process.exit(1)
})
