import { resolve } from 'node:path'
import { root } from './root'

export interface Settings {
  host: string
  port: number
  /** Where everything of this installation is kept that is not in the database. */
  dataDirectory: string
  /** Any PostgreSQL from 15 on; without it the embedded one is used. */
  databaseUrl: string | undefined
  /** The same database for the role that owns the tables, where that is another one. */
  databaseOwnerUrl: string | undefined
  /** What signing keys are sealed with; without it, a file of the data folder. */
  secret: string | undefined
  development: boolean
  /** Whether `x-forwarded-proto`, `-host` and `-for` are believed: only behind a proxy that sets them. */
  trustProxy: boolean
}

/** Reads the environment. Throws with a sentence for the person who set it. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is "${env.PORT}"; it has to be a number from 1 to 65535.`)
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL)
    throw new Error('DATABASE_OWNER_URL is set and DATABASE_URL is not; it takes both, or neither.')
  if (env.REMIT_SECRET && env.REMIT_SECRET.length < 32)
    throw new Error('REMIT_SECRET is too short: it takes 32 random characters at least.')
  return {
    host: env.REMIT_HOST || '127.0.0.1',
    port,
    dataDirectory: resolve(root, env.REMIT_DATA || '.remit'),
    databaseUrl: env.DATABASE_URL || undefined,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || undefined,
    secret: env.REMIT_SECRET || undefined,
    development: env.NODE_ENV !== 'production' && env.REMIT_DEVELOPMENT === '1',
    trustProxy: env.REMIT_TRUST_PROXY === '1',
  }
}
