import { type Channel, clients } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { clientAdded } from '../audit/named'
import { record } from '../audit/record'
import { hashToken, randomToken } from '../auth/token'
import type { Transaction } from '../database/database'
import { findPolicy } from '../policies/find-policy'
import { Refusal } from '../refusal'
import { knownTiers } from './known-tiers'

export interface NewClient {
  name: string
  tier: string
  /** Whose versions it reads. */
  channel: Channel
  /** The one policy that it may fetch; null: all. */
  policy: string | null
  by: PersonNamed | null
  through?: 'command-line'
}

/** Adds a runtime client. Its token is returned, and kept nowhere; refuses a tier that no policy has. */
export async function createClient(transaction: Transaction, made: NewClient) {
  const { tier, policy } = made
  const bound = policy === null ? null : await findPolicy(transaction, policy)
  if (bound?.kind === 'handbook')
    throw new Refusal(
      'not-found',
      `"${policy}" is a handbook; what clients decide by are the policies that take it in.`,
    )
  const policyId = bound?.id ?? null
  const tiers = await knownTiers(transaction, policyId)
  if (!tiers.includes(tier)) {
    const where = policy === null ? 'No policy' : `The policy "${policy}"`
    const has = policy === null ? 'has' : 'does not have'
    throw new Refusal(
      'not-found',
      `${where} ${has} a tier "${tier}"; there is ${tiers.join(', ') || 'none'}.`,
    )
  }
  const token = randomToken()
  return { client: await insertClient(transaction, { ...made, policyId, token }), token }
}

interface Inserted extends NewClient {
  /** The id of `policy`. */
  policyId: string | null
  token: string
}

/** Adds a client of which it is known that its tier exists, with a token that was made before. */
export async function insertClient(
  transaction: Transaction,
  { name, tier, channel, policy, policyId, by, through, token }: Inserted,
) {
  const tokenHash = hashToken(token)!
  const [client] = await transaction
    .insert(clients)
    .values({ name, tier, channel, policyId, createdBy: by?.id, tokenHash })
    .returning()
  await record(transaction, {
    act: 'client.added',
    by,
    through,
    policy: policy ?? undefined,
    details: { client: clientAdded(client!) },
  })
  return client!
}
