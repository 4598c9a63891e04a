import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Client } from 'pg'
import { root } from '../root'
import { LOCKS } from './locks'

/**
 * Brings the database to this version's schema as the owner of its tables, then does what is to be done before anybody
 * else uses it. One process at a time: without the lock, of four that migrate at once two fail.
 */
export async function migrateDatabase(owner: Client, then: () => Promise<void>): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [LOCKS.migrate])
  try {
    await migrate(drizzle(owner), { migrationsFolder: join(root, 'drizzle', 'migrations') })
    await then()
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [LOCKS.migrate])
  }
}
