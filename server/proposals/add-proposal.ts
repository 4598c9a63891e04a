import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { Finding } from '@/compiler/language/finding'
import { proposalEditors, proposals } from '@/drizzle/schema'
import type { Transaction } from '../database/database'
import type { HandbookReference } from '../handbooks/taken-in'
import type { ProposalRow } from './find-proposal'

interface NewProposal {
  policyId: string
  kind: ProposalRow['kind']
  revision: number | null
  content: unknown
  /** The version of the shared handbook that was taken in; null where there is none. */
  takesIn: HandbookReference | null
  hash: string
  findings: Finding[]
  note: string | null
  by: string
  /** Ids of everybody who had a hand in it; whoever proposes it is one of them. */
  editors: string[]
}

export interface AddedProposal {
  number: number
  hash: string
  /** The number of the open proposal whose place it took. */
  replaced: number | null
}

/** A new proposal in the place of the open one of its kind, with no approvals yet. The policy is locked. */
export async function addProposal(transaction: Transaction, proposal: NewProposal): Promise<AddedProposal> {
  const { policyId, kind, by, editors, ...rest } = proposal
  const replaced = await transaction
    .update(proposals)
    .set({ outcome: 'replaced', closedAt: sql`clock_timestamp()`, closedBy: by })
    .where(and(eq(proposals.policyId, policyId), eq(proposals.kind, kind), isNull(proposals.outcome)))
    .returning({ number: proposals.number })
  const [last] = await transaction
    .select({ number: max(proposals.number) })
    .from(proposals)
    .where(eq(proposals.policyId, policyId))
  const number = (last?.number ?? 0) + 1
  const [added] = await transaction
    .insert(proposals)
    .values({ policyId, kind, number, ...rest, proposedAt: sql`clock_timestamp()`, proposedBy: by })
    .returning({ id: proposals.id })
  await transaction.insert(proposalEditors).values(editors.map(userId => ({ proposalId: added!.id, userId })))
  return { number, hash: rest.hash, replaced: replaced[0]?.number ?? null }
}
