import { log } from './log'

/** Ctrl-C and a supervisor's SIGTERM end the process in order. Whoever asks twice does not want to wait. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      error => {
        log.fatal({ error: error.stack }, 'the server did not stop cleanly')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
}
