import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from '@/drizzle/schema'
import { log } from '../log'

export type Database = NodePgDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A database, or a transaction on it. */
export type Connection = Pick<
  Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>

export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'remit' })
  // An idle connection that breaks is replaced when it is next needed; without a listener it would end the process.
  pool.on('error', error => log.warn({ error: error.message }, 'a database connection broke'))
  return pool
}

export const databaseOn = (pool: pg.Pool): Database => drizzle(pool, { schema })
