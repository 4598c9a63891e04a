import type { Pool } from 'pg'
import { Refusal } from '../refusal'
import { readToken } from './look-up'
import { noteUse } from './note-use'

/** A policy that a client may fetch, and the table of its tier that is in force. */
export interface ListedTable {
  policy: string
  tier: string
  hash: string
}

/** One row at least for a token that is good: with nulls where there is nothing to fetch. */
const QUERY = {
  name: 'list-tables',
  text: `
    select c.id as client, c.tier, p.name as policy, t.hash
    from clients c
    left join (in_force f join version_tables t on t.version_id = f.version_id join policies p on p.id = f.policy_id)
      on t.tier = c.tier and f.channel = c.channel and (c.policy_id is null or c.policy_id = f.policy_id)
    where c.token_hash = $1 and c.revoked_at is null
    order by p.name collate "C"`,
}

/** The policies that a client may fetch, by name; those without its tier are not among them. */
export async function listTables(pool: Pool, authorization: string | undefined): Promise<ListedTable[]> {
  const { rows } = await pool.query({ ...QUERY, values: [readToken(authorization)] })
  if (rows.length === 0) throw new Refusal('not-signed-in', 'This token is not known, or was revoked.')
  noteUse(pool, rows[0].client)
  return rows.filter(row => row.hash !== null).map(({ policy, tier, hash }) => ({ policy, tier, hash }))
}
