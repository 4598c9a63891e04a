import pg from 'pg'
import { log } from '../log'
import type { Settings } from '../settings'
import { createPool, type Database, databaseOn } from './database'
import { type Embedded, openEmbedded } from './embedded/open-embedded'
import { LOCKS } from './locks'
import { migrateDatabase } from './migrate'

export interface OpenDatabase {
  database: Database
  pool: pg.Pool
  notice?: string
  close(): Promise<void>
}

/**
 * Opens the database, brings it up to date, and runs `prepare` before any other process gets to use it.
 * Throws with a sentence for the person who started Remit.
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDirectory'>,
  prepare: (database: Database) => Promise<void> = async () => {},
): Promise<OpenDatabase> {
  const { embedded, client } = await join(settings)
  const pool = createPool(embedded?.url ?? settings.databaseUrl!)
  const database = databaseOn(pool)
  const close = async () => {
    // From here on connections end because we end them.
    pool.removeAllListeners('error').on('error', () => {})
    await pool.end()
    await leave(client, embedded)
  }
  try {
    await migrateDatabase(client, () => prepare(database))
  } catch (error) {
    await close()
    throw error
  }
  return { database, pool, notice: embedded?.notice, close }
}

/** Connects and says so. An embedded server may be switched off by another process at that very moment: then again. */
async function join(settings: Pick<Settings, 'databaseUrl' | 'dataDirectory'>) {
  for (let attempt = 1; ; attempt++) {
    const embedded = settings.databaseUrl ? undefined : await openEmbedded(settings.dataDirectory)
    const client = new pg.Client({
      connectionString: embedded?.url ?? settings.databaseUrl,
      application_name: 'remit',
      connectionTimeoutMillis: 10_000,
    })
    client.on('error', error => log.warn({ error: error.message }, 'the database connection broke'))
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [LOCKS.present])
      return { embedded, client }
    } catch (cause) {
      await client.end().catch(() => {})
      const problem = cause instanceof Error ? cause.message : String(cause)
      if (!embedded) throw new Error(`The database at DATABASE_URL cannot be used: ${problem}`, { cause })
      if (attempt === 5) throw new Error(`The database cannot be used: ${problem}`, { cause })
    }
  }
}

/** The last process to leave an embedded server switches it off; while others are present it goes on. */
async function leave(client: pg.Client, embedded: Embedded | undefined): Promise<void> {
  try {
    if (!embedded) return
    await client.query('select pg_advisory_unlock_shared($1)', [LOCKS.present])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [LOCKS.present])
    if (!rows[0].alone) return
    // The server says good-bye to this connection, which is no news.
    client.removeAllListeners('error').on('error', () => {})
    await embedded.stop()
  } finally {
    await client.end().catch(() => {})
  }
}
