import type { PolicyDocument } from '@/compiler/language/policy'
import { draftSaves, drafts, policies } from '@/drizzle/schema'
import type { Database } from '../database/database'
import { Refusal } from '../refusal'
import { titleOf } from './well-formed'

/** Adds a policy with its first draft. Returns its id; refuses a name that is taken. */
export function createPolicy(
  database: Pick<Database, 'transaction'>,
  document: PolicyDocument,
  by: string | null,
) {
  return database.transaction(async transaction => {
    const [made] = await transaction
      .insert(policies)
      .values({ name: document.name, title: titleOf(document), createdBy: by })
      .onConflictDoNothing()
      .returning({ id: policies.id })
    if (!made) throw new Refusal('conflict', `A policy named "${document.name}" exists already.`)
    await transaction.insert(drafts).values({ policyId: made.id, revision: 1, document, savedBy: by })
    await transaction
      .insert(draftSaves)
      .values({ policyId: made.id, revision: 1, how: 'created', savedBy: by })
    return made.id
  })
}
