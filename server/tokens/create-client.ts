import { clients } from '@/drizzle/schema'
import { hashToken, randomToken } from '../auth/token'
import type { Connection } from '../database/database'
import { findPolicy } from '../policies/find-policy'
import { Refusal } from '../refusal'
import { knownTiers } from './known-tiers'

export interface NewClient {
  name: string
  tier: string
  /** The one policy that it may fetch; null: all. */
  policy: string | null
  by: string | null
}

/** Adds a runtime client. Its token is returned, and kept nowhere; refuses a tier that no policy has. */
export async function createClient(database: Connection, { name, tier, policy, by }: NewClient) {
  const policyId = policy === null ? null : (await findPolicy(database, policy)).id
  const tiers = await knownTiers(database, policyId)
  if (!tiers.includes(tier)) {
    const where = policy === null ? 'No policy' : `The policy "${policy}"`
    const has = policy === null ? 'has' : 'does not have'
    throw new Refusal(
      'not-found',
      `${where} ${has} a tier "${tier}"; there is ${tiers.join(', ') || 'none'}.`,
    )
  }
  const token = randomToken()
  const [client] = await database
    .insert(clients)
    .values({ name, tier, policyId, createdBy: by, tokenHash: hashToken(token)! })
    .returning()
  return { client: client!, token }
}
