import type { Server } from 'node:http'
import { beginLog } from './audit/begin-log'
import { startDailyCheckpoints } from './audit/daily-checkpoints'
import { createLoginAttempts } from './auth/login-attempts'
import { type OpenDatabase, openDatabase } from './database/open-database'
import { seed } from './first-start/seed'
import { listen, stopListening } from './http/listen'
import { createListener } from './http/listener'
import type { NextHandler } from './http/pages'
import type { Settings } from './settings'
import { readInstallationSecret } from './signing/installation-secret'

/** How long requests under way may take when the server is told to stop, in milliseconds. */
const PATIENCE = 5000

/** What draws the pages. */
export interface Pages {
  answer: NextHandler
  close(): Promise<void>
}

export interface Serving {
  opened: OpenDatabase
  stop(): Promise<void>
}

/**
 * Opens the database and serves the interfaces and the pages, all in this process. Runtime clients are answered from
 * the moment the port is open, pages as soon as they can be.
 */
export async function serve(
  settings: Settings,
  openPages: (server: Server) => Promise<Pages>,
): Promise<Serving> {
  const opened = await openDatabase(settings, async database => {
    await beginLog(database)
    await seed(database, settings.dataDirectory)
  })
  const secret = readInstallationSecret(settings)
  const services = { ...opened, settings, attempts: createLoginAttempts(), secret }
  let answer: NextHandler = async (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Remit is starting.\n')
  }
  let server: Server | undefined
  try {
    server = await listen(
      createListener(services, (request, response) => answer(request, response)),
      settings.host,
      settings.port,
    )
    const pages = await openPages(server)
    answer = pages.answer
    const listening = server
    const endCheckpoints = startDailyCheckpoints(opened.database, secret)
    return {
      opened,
      stop: async () => {
        endCheckpoints()
        await stopListening(listening, PATIENCE)
        await pages.close()
        await opened.close()
      },
    }
  } catch (error) {
    if (server) await stopListening(server, 0)
    await opened.close()
    throw error
  }
}
