import type { Connection } from '../database/database'
import { findPolicy, type PolicyRow } from '../policies/find-policy'
import { Refusal } from '../refusal'

/** The shared handbook of this name; refuses with a sentence where there is none. */
export async function findHandbook(database: Connection, name: string): Promise<PolicyRow> {
  const found = await findPolicy(database, name)
  if (found.kind !== 'handbook')
    throw new Refusal('not-found', `“${found.title}” is a policy, and not a handbook that policies share.`)
  return found
}
