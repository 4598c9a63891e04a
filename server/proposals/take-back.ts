import { and, eq, isNull, sql } from 'drizzle-orm'
import { approvals } from '@/drizzle/schema'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { findProposal } from './find-proposal'
import { lockPolicy } from './lock-policy'
import type { Asking } from './refusals'
import { refuseUnless } from './situation'

export interface TakeBack {
  policy: string
  number: number
  by: Asking & { name: string }
}

/** Takes one's own approval back, for as long as the proposal is open. */
export const takeBack = (database: Database, { policy: name, number, by }: TakeBack): Promise<void> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const proposal = await findProposal(transaction, policy, number)
    await refuseUnless('takeBack', transaction, { policy, proposal, who: by })
    await transaction
      .update(approvals)
      .set({ takenBackAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(approvals.proposalId, proposal.id),
          eq(approvals.userId, by.id),
          isNull(approvals.takenBackAt),
        ),
      )
    await record(transaction, {
      act: 'approval.taken-back',
      by: { id: by.id, name: by.name },
      policy: name,
      to: number,
      details: { hash: proposal.hash },
    })
  })
