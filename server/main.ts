import next from 'next'
import { welcome } from './first-start/welcome'
import { root } from './root'
import { serve } from './serve'
import { readSettings } from './settings'
import { stopOnSignals } from './stop-on-signals'

/** One process: the database, the interfaces, and the pages. */
async function main(): Promise<void> {
  const settings = readSettings()
  const serving = serve(settings, async httpServer => {
    const pages = next({
      dev: settings.development,
      dir: root,
      hostname: 'localhost',
      port: settings.port,
      httpServer,
    })
    await quietly(settings.development, () => pages.prepare())
    return { answer: pages.getRequestHandler(), close: () => pages.close() }
  })
  // Whoever is told to stop while starting starts first: half a start would leave the database running.
  stopOnSignals(async () => (await serving).stop())
  process.stdout.write(await welcome((await serving).opened, settings))
}

/** Next tells how long it took to read its settings; people who only start Remit need not know. */
async function quietly(development: boolean, work: () => Promise<void>): Promise<void> {
  const { log } = console
  if (!development) console.log = () => {}
  try {
    await work()
  } finally {
    console.log = log
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`)
  process.exit(1)
})
