import type { Database } from '../database/database'
import { log } from '../log'
import type { InstallationSecret } from '../signing/installation-secret'
import { makeDailyCheckpoint } from './make-checkpoint'

const MINUTE = 60_000

/** Makes a checkpoint once a day while this process runs, where there are new entries. Returns what ends it. */
export function startDailyCheckpoints(database: Database, secret: InstallationSecret): () => void {
  const look = () =>
    makeDailyCheckpoint(database, secret).catch(error =>
      log.warn({ error: error.message }, 'the daily checkpoint of the audit log could not be made'),
    )
  const first = setTimeout(look, MINUTE).unref()
  const later = setInterval(look, 60 * MINUTE).unref()
  return () => {
    clearTimeout(first)
    clearInterval(later)
  }
}
