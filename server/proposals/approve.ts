import { and, eq, sql } from 'drizzle-orm'
import { approvals, inForce, policies, proposals } from '@/drizzle/schema'
import { record } from '../audit/record'
import type { Database, Transaction } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { Refusal } from '../refusal'
import { countStanding, findProposal, type ProposalRow } from './find-proposal'
import { lockPolicy } from './lock-policy'
import type { Asking } from './refusals'
import { refuseUnless } from './situation'

export interface Approve {
  policy: string
  number: number
  /** Of the content that the approver saw. */
  hash: string
  /** The number of the version in force that they saw it compared with; null where there was none. */
  comparedWith: number | null
  note: string | null
  by: Asking & { name: string }
}

/** Agrees to exactly the content of this hash; a proposal to lower the number of approvals holds with the last one needed. */
export const approve = (
  database: Database,
  { policy: name, number, hash, comparedWith, note, by }: Approve,
): Promise<{ approvals: number; needed: number }> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const proposal = await findProposal(transaction, policy, number)
    await refuseUnless('approve', transaction, { policy, proposal, who: by })
    if (proposal.hash !== hash)
      throw new Refusal('conflict', 'This is not the content that you were shown. Look at it again.')
    if (proposal.kind === 'content') await refuseOtherComparison(transaction, policy, comparedWith)
    await transaction.insert(approvals).values({
      proposalId: proposal.id,
      userId: by.id,
      hash,
      note,
      comparedWith,
      approvedAt: sql`clock_timestamp()`,
    })
    const standing = await countStanding(transaction, proposal.id)
    const needed = policy.approvalsNeeded
    const applied =
      proposal.kind === 'approvals' && standing >= needed
        ? await lower(transaction, policy, proposal, by.id)
        : null
    await record(transaction, {
      act: 'proposal.approved',
      by: { id: by.id, name: by.name },
      policy: name,
      to: number,
      why: note,
      details: { hash, comparedWith, approvals: standing, needed },
    })
    if (applied !== null)
      await record(transaction, {
        act: 'policy.approvals-changed',
        by: { id: by.id, name: by.name },
        policy: name,
        from: needed,
        to: applied,
        why: proposal.note,
      })
    return { approvals: standing, needed }
  })

/** What is signed is the difference from what is in force; where that has moved on, it has to be looked at anew. */
async function refuseOtherComparison(
  transaction: Transaction,
  policy: PolicyRow,
  comparedWith: number | null,
): Promise<void> {
  const [live] = await transaction
    .select({ number: inForce.number })
    .from(inForce)
    .where(and(eq(inForce.policyId, policy.id), eq(inForce.channel, 'live')))
  if ((live?.number ?? null) === comparedWith) return
  throw new Refusal(
    'conflict',
    `${live ? `Version ${live.number}` : 'Another version'} is in force by now: what this proposal changes is not what you were shown. Look at it again.`,
  )
}

async function lower(
  transaction: Transaction,
  policy: PolicyRow,
  proposal: ProposalRow,
  by: string,
): Promise<number> {
  const { approvalsNeeded } = proposal.content as { approvalsNeeded: number }
  await transaction.update(policies).set({ approvalsNeeded }).where(eq(policies.id, policy.id))
  await transaction
    .update(proposals)
    .set({ outcome: 'applied', closedAt: sql`clock_timestamp()`, closedBy: by })
    .where(eq(proposals.id, proposal.id))
  return approvalsNeeded
}
