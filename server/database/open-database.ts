import pg from 'pg'
import { log } from '../log'
import type { Settings } from '../settings'
import { createPool, type Database, databaseOn } from './database'
import { type Embedded, openEmbedded } from './embedded/open-embedded'
import { giveRights, isApart } from './give-rights'
import { LOCKS } from './locks'
import { makeRole } from './make-role'
import { migrateDatabase } from './migrate'

/** Which database: of the settings, those that say so. */
export type Where = Pick<Settings, 'dataDirectory'> &
  Partial<Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl'>>

export interface OpenDatabase {
  database: Database
  pool: pg.Pool
  /** Sentences for the person who started Remit, where there is something to say. */
  notices: string[]
  close(): Promise<void>
}

const UNGUARDED =
  'The role of DATABASE_URL owns the tables, or may act as their owner: only triggers keep it from changing what is kept for good. DATABASE_OWNER_URL gives the tables to another role; see server/README.md.'

/**
 * Opens the database, brings it up to date, and runs `prepare` before any other process gets to use it. The schema is the
 * owner's; everything else is done as the application's role, which has only the rights of `rights.ts`.
 * Throws with a sentence for the person who started Remit.
 */
export async function openDatabase(
  settings: Where,
  prepare: (database: Database) => Promise<void> = async () => {},
): Promise<OpenDatabase> {
  const { embedded, owner, client, url } = await join(settings)
  const pool = createPool(url)
  const database = databaseOn(pool)
  const close = async () => {
    // From here on connections end because we end them.
    pool.removeAllListeners('error').on('error', () => {})
    await pool.end()
    await leave(client, embedded)
  }
  const notices = embedded?.notice ? [embedded.notice] : []
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role')
    const { role } = rows[0]!
    const apart = await isApart(owner, role)
    if (!apart) notices.push(UNGUARDED)
    await migrateDatabase(owner, async () => {
      if (apart) await giveRights(owner, role)
      await prepare(database)
    })
  } catch (error) {
    await close()
    throw error
  } finally {
    await owner.end().catch(() => {})
  }
  return { database, pool, notices, close }
}

/** Connects and says so. An embedded server may be switched off by another process at that very moment: then again. */
async function join({ databaseUrl, databaseOwnerUrl, dataDirectory }: Where) {
  for (let attempt = 1; ; attempt++) {
    const embedded = databaseUrl ? undefined : await openEmbedded(dataDirectory)
    const url = embedded?.url ?? databaseUrl!
    const ownerUrl = embedded?.ownerUrl ?? databaseOwnerUrl ?? url
    const owner = connectionTo(ownerUrl)
    const client = connectionTo(url)
    let setting = ownerUrl === url ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'
    try {
      await owner.connect()
      if (!embedded && ownerUrl !== url) await makeRole(owner, url)
      setting = 'DATABASE_URL'
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [LOCKS.present])
      return { embedded, owner, client, url }
    } catch (cause) {
      await Promise.all([owner, client].map(each => each.end().catch(() => {})))
      const problem = cause instanceof Error ? cause.message : String(cause)
      if (!embedded) throw new Error(`The database at ${setting} cannot be used: ${problem}`, { cause })
      if (attempt === 5) throw new Error(`The database cannot be used: ${problem}`, { cause })
    }
  }
}

function connectionTo(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    application_name: 'remit',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', error => log.warn({ error: error.message }, 'the database connection broke'))
  return client
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
