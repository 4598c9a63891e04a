import type { Pool } from 'pg'
import { bearerOf, hashToken } from '../auth/token'
import { Refusal } from '../refusal'
import { noteUse } from './note-use'

/** A runtime client's token, whom it belongs to, and the hash of the table asked for: one query for each request. */
interface LookUp {
  client: string
  tier: string
  /** The one policy that the token is for; null: all. */
  bound: string | null
  hash: string | null
}

/** `$1` the token's hash, `$2` the policy's name, `$3` a table's hash or null: then the table in force. */
const LOOK_UP = {
  inForce: {
    name: 'look-up-in-force',
    text: `
      select c.id as client, c.tier, b.name as bound, (
        select t.hash from in_force f join version_tables t on t.version_id = f.version_id
        where f.policy_id = (select id from policies where name = $2) and f.channel = c.channel and t.tier = c.tier
      ) as hash
      from clients c left join policies b on b.id = c.policy_id
      where c.token_hash = $1 and c.revoked_at is null`,
  },
  byHash: {
    name: 'look-up-by-hash',
    text: `
      select c.id as client, c.tier, b.name as bound, (
        select t.hash from version_tables t join releases r on r.version_id = t.version_id
        where t.hash = $3 and t.tier = c.tier and r.policy_id = (select id from policies where name = $2)
          -- What is still to come, or on another channel, is not there yet.
          and r.channel = c.channel and r.called_off_at is null and r."from" <= now()
        limit 1
      ) as hash
      from clients c left join policies b on b.id = c.policy_id
      where c.token_hash = $1 and c.revoked_at is null`,
  },
}

const UNKNOWN =
  'This needs the token of a runtime client, as "authorization: Bearer remit_…"; this one is not known, or was revoked.'

export function readToken(authorization: string | undefined): string {
  const hash = hashToken(bearerOf(authorization))
  if (!hash) throw new Refusal('not-signed-in', UNKNOWN)
  return hash
}

export interface Wanted {
  policy: string
  tier?: string
  hash?: string
}

/**
 * The tier of a client and the hash of the table that it asks for. What it may not know, it is told in the words that it
 * would hear if that did not exist.
 */
export async function lookUp(
  pool: Pool,
  authorization: string | undefined,
  { policy, tier, hash }: Wanted,
): Promise<{ tier: string; hash: string }> {
  const token = readToken(authorization)
  const query = hash === undefined ? LOOK_UP.inForce : LOOK_UP.byHash
  const values = hash === undefined ? [token, policy] : [token, policy, hash]
  const { rows } = await pool.query<LookUp>({ ...query, values })
  const [found] = rows
  if (!found) throw new Refusal('not-signed-in', UNKNOWN)
  noteUse(pool, found.client)
  if (tier !== undefined && tier !== found.tier)
    throw new Refusal('not-allowed', `This token is for tier ${found.tier}, and for no other.`)
  if (found.bound !== null && found.bound !== policy)
    throw new Refusal('not-allowed', `This token is for the policy "${found.bound}", and for no other.`)
  if (found.hash === null) {
    const which = hash === undefined ? 'in force' : 'of that hash'
    throw new Refusal(
      'not-found',
      `There is no table ${which} of a policy named "${policy}" for tier ${found.tier}.`,
    )
  }
  return { tier: found.tier, hash: found.hash }
}
