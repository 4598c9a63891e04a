import pg from 'pg'
import { LOCKS } from '../locks'
import { clusterFolder, type Place } from './place'
import { readPostmaster } from './postmaster'
import { DATABASE, lacksApplicationRole, ROLES, readPassword } from './roles'
import { stopCluster } from './run-cluster'

/**
 * Stops a server that was left running by a Remit from before the application had a role of its own, which can only be
 * made while none runs. Throws with a sentence where such a Remit still uses it.
 */
export async function stopIfEarlier(place: Place): Promise<void> {
  if (!lacksApplicationRole(place)) return
  const running = readPostmaster(clusterFolder(place))
  if (!running?.ready) return
  const client = new pg.Client({
    host: '127.0.0.1',
    port: running.port,
    user: ROLES.owner.name,
    password: readPassword(place, 'owner'),
    database: DATABASE,
  })
  client.on('error', () => {}) // it ends with the server
  try {
    await client.connect()
  } catch {
    return // it is stopping, or another process was quicker
  }
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [LOCKS.present])
    if (!rows[0].alone)
      throw new Error(
        'An earlier version of Remit still runs on this data folder. Stop it, then start again.',
      )
    await stopCluster(place)
  } finally {
    await client.end().catch(() => {})
  }
}
