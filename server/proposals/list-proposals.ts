import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { proposals, users, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { type ProposalRow, standing } from './find-proposal'

export interface ProposalSummary {
  number: number
  kind: ProposalRow['kind']
  note: string | null
  proposedAt: string
  proposedBy: string
  outcome: ProposalRow['outcome']
  closedAt: string | null
  reason: string | null
  /** How many approvals stand, and how many are needed now. */
  standing: number
  needed: number
  /** The number of approvals that is proposed. */
  approvalsNeeded: number | null
  /** The number of the version that it became. */
  version: number | null
}

/** A policy's proposals, the newest first: `limit` of them, from before a number on. */
export async function listProposals(
  database: Connection,
  policy: PolicyRow,
  { before, limit }: { before?: number; limit: number },
): Promise<ProposalSummary[]> {
  const found = await database
    .select({
      number: proposals.number,
      kind: proposals.kind,
      note: proposals.note,
      proposedAt: proposals.proposedAt,
      proposedBy: users.name,
      outcome: proposals.outcome,
      closedAt: proposals.closedAt,
      reason: proposals.reason,
      standing: standing(proposals.id),
      approvalsNeeded: sql<number | null>`
        case when ${proposals.kind} = 'approvals' then (${proposals.content} ->> 'approvalsNeeded')::integer end`,
      version: versions.number,
    })
    .from(proposals)
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .leftJoin(versions, eq(versions.proposalId, proposals.id))
    .where(
      and(eq(proposals.policyId, policy.id), before === undefined ? undefined : lt(proposals.number, before)),
    )
    .orderBy(desc(proposals.number))
    .limit(limit)
  return found.map(proposal => ({
    ...proposal,
    needed: policy.approvalsNeeded,
    proposedAt: proposal.proposedAt.toISOString(),
    closedAt: proposal.closedAt?.toISOString() ?? null,
  }))
}
