import { eq } from 'drizzle-orm'
import { policies } from '@/drizzle/schema'
import type { Transaction } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { Refusal } from '../refusal'

/**
 * The policy of this name, held until the transaction ends: of all that proposes, approves, publishes and puts in force,
 * one thing happens at a time for each policy. Saving its draft goes on meanwhile.
 */
export async function lockPolicy(transaction: Transaction, name: string): Promise<PolicyRow> {
  const [policy] = await transaction
    .select()
    .from(policies)
    .where(eq(policies.name, name))
    .for('no key update')
  if (!policy) throw new Refusal('not-found', `There is no policy named "${name}".`)
  return policy
}
