import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { log } from '../log'

const MINUTE = 60_000
const noted = new LRUCache<string, true>({ max: 100_000, ttl: MINUTE })

/** Writes down that a client's token was used: to the minute, and without anybody waiting for it. */
export function noteUse(pool: Pool, client: string): void {
  if (noted.has(client)) return
  noted.set(client, true)
  pool
    .query('update clients set last_used_at = now() where id = $1', [client])
    .catch(error => log.warn({ error: error.message }, 'the use of a token could not be noted'))
}
