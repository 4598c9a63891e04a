import { eq } from 'drizzle-orm'
import { policies } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { Refusal } from '../refusal'
import { addProposal } from './add-proposal'
import { contentHash } from './content-hash'
import { lockPolicy } from './lock-policy'

export interface SetApprovalsNeeded {
  policy: string
  /** From 1 to 9. */
  needed: number
  note: string | null
  by: PersonNamed
}

/**
 * How many people have to agree before a version is published. More holds at once; fewer is proposed, and holds when as
 * many as were needed until now have agreed. Returns the number of that proposal, or null.
 */
export const setApprovalsNeeded = (
  database: Database,
  { policy: name, needed, note, by }: SetApprovalsNeeded,
): Promise<{ proposal: number | null }> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const before = policy.approvalsNeeded
    if (needed === before) throw new Refusal('not-ready', `It is ${needed} already.`)
    if (needed > before) {
      await transaction.update(policies).set({ approvalsNeeded: needed }).where(eq(policies.id, policy.id))
      await record(transaction, {
        act: 'policy.approvals-changed',
        by,
        policy: name,
        from: before,
        to: needed,
        why: note,
      })
      return { proposal: null }
    }
    const content = { approvalsNeeded: needed }
    const hash = contentHash(content)
    const added = await addProposal(transaction, {
      policyId: policy.id,
      kind: 'approvals',
      revision: null,
      content,
      takesIn: null,
      hash,
      findings: [],
      note,
      by: by.id,
      editors: [by.id],
    })
    await record(transaction, {
      act: 'proposal.made',
      by,
      policy: name,
      to: added.number,
      why: note,
      details: { approvalsNeeded: needed, hash, editors: [by.id], replaces: added.replaced ?? undefined },
    })
    return { proposal: added.number }
  })
