import { and, asc, eq, isNull } from 'drizzle-orm'
import { approvals, users } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { Refusal } from '../refusal'
import { editorsOfProposal } from './editors'
import { countStanding, type ProposalRow } from './find-proposal'
import { type Asking, type ProposalAct, REFUSALS, type Situation } from './refusals'

export async function situationOf(
  database: Connection,
  policy: PolicyRow,
  proposal: ProposalRow,
): Promise<Situation> {
  const editors = await editorsOfProposal(database, proposal.id)
  const approved = await database
    .select({ id: users.id })
    .from(approvals)
    .innerJoin(users, eq(users.id, approvals.userId))
    .where(and(eq(approvals.proposalId, proposal.id), isNull(approvals.takenBackAt)))
    .orderBy(asc(approvals.approvedAt))
  return {
    kind: proposal.kind,
    outcome: proposal.outcome,
    editors: editors.map(({ id }) => id),
    approvedBy: approved.map(({ id }) => id),
    approvals: await countStanding(database, proposal.id),
    needed: policy.approvalsNeeded,
  }
}

/** Refuses what somebody may not do with a proposal, in the words that its page shows them. */
export async function refuseUnless(
  act: ProposalAct,
  database: Connection,
  { policy, proposal, who }: { policy: PolicyRow; proposal: ProposalRow; who: Asking },
): Promise<void> {
  const why = REFUSALS[act](await situationOf(database, policy, proposal), who)
  if (why) throw new Refusal('not-ready', why)
}
