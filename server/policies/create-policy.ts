import { draftSaves, drafts, policies, type SavedHow } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { Refusal } from '../refusal'
import { type DraftDocument, kindOf, titleOf } from './well-formed'

/** Adds a policy, or a handbook, with its first draft. Returns its id; refuses a name that is taken. */
export function createPolicy(
  database: Pick<Database, 'transaction'>,
  document: DraftDocument,
  by: PersonNamed | null,
  how: SavedHow = 'created',
) {
  return database.transaction(async transaction => {
    const [made] = await transaction
      .insert(policies)
      .values({ name: document.name, kind: kindOf(document), title: titleOf(document), createdBy: by?.id })
      .onConflictDoNothing()
      .returning({ id: policies.id })
    if (!made)
      throw new Refusal(
        'conflict',
        `A ${kindOf(document) === 'handbook' ? 'policy or handbook' : 'policy'} named "${document.name}" exists already.`,
      )
    await transaction.insert(drafts).values({ policyId: made.id, revision: 1, document, savedBy: by?.id })
    await transaction.insert(draftSaves).values({ policyId: made.id, revision: 1, how, savedBy: by?.id })
    await record(transaction, { act: 'policy.created', by, policy: document.name, to: 1 })
    return made.id
  })
}
