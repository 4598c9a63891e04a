import pg from 'pg'
import { inject } from 'vitest'
import { type Caller, change } from './call'

export const base = inject('base')
export const dataDirectory = inject('dataDirectory')

/** Nobody: neither signed in nor with a token. */
export const nobody: Caller = { base }
export const manager: Caller = { base, cookie: inject('cookies').manager }
export const auditor: Caller = { base, cookie: inject('cookies').auditor }
/** A manager who may approve. */
export const approver: Caller = { base, cookie: inject('cookies').approver }
export const administrator: Caller = { base, cookie: inject('cookies').administrator }

/** Runs raw SQL as the application's role. */
export const sql = (text: string, values?: unknown[]) => queryAt(inject('databaseUrl'), text, values)

/** Runs raw SQL as the owner of the tables. */
export const ownerSql = (text: string, values?: unknown[]) =>
  queryAt(inject('databaseOwnerUrl'), text, values)

async function queryAt(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A runtime client with a new token. */
export async function newClient(
  tier: string,
  policy?: string,
  channel?: 'staging' | 'live',
): Promise<Caller & { id: string }> {
  const { data } = await change(administrator, 'clients.create', {
    name: `A ${tier} client`,
    tier,
    policy,
    channel,
  })
  return { base, token: data.token, id: data.client.id }
}
