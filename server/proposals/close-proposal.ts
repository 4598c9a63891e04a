import { eq, sql } from 'drizzle-orm'
import { proposals } from '@/drizzle/schema'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { findProposal } from './find-proposal'
import { lockPolicy } from './lock-policy'
import type { Asking } from './refusals'
import { refuseUnless } from './situation'

export interface CloseProposal {
  policy: string
  number: number
  reason: string | null
  by: Asking & { name: string }
}

const WAYS = {
  sendBack: { outcome: 'returned', act: 'proposal.sent-back' },
  withdraw: { outcome: 'withdrawn', act: 'proposal.withdrawn' },
} as const

/** Ends a proposal without carrying it out: its side withdraws it, or an approver sends it back. */
export const closeProposal = (
  way: keyof typeof WAYS,
  database: Database,
  { policy: name, number, reason, by }: CloseProposal,
): Promise<void> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const proposal = await findProposal(transaction, policy, number)
    await refuseUnless(way, transaction, { policy, proposal, who: by })
    const { outcome, act } = WAYS[way]
    await transaction
      .update(proposals)
      .set({ outcome, reason, closedAt: sql`clock_timestamp()`, closedBy: by.id })
      .where(eq(proposals.id, proposal.id))
    await record(transaction, {
      act,
      by: { id: by.id, name: by.name },
      policy: name,
      to: number,
      why: reason,
    })
  })
