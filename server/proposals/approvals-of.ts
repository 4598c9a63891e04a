import { asc, eq } from 'drizzle-orm'
import { approvals, users } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import type { Connection } from '../database/database'

export interface Approval {
  by: PersonNamed
  at: string
  note: string | null
  /** The number of the version that they saw it compared with. */
  comparedWith: number | null
  takenBackAt: string | null
  /** Whether it still counts: whoever gave it is still here and may still approve. */
  counts: boolean
}

/** Every approval of a proposal, the first first; those that were taken back, too. */
export async function approvalsOf(database: Connection, proposalId: string): Promise<Approval[]> {
  const found = await database
    .select({ approval: approvals, name: users.name, may: users.approves, gone: users.removedAt })
    .from(approvals)
    .innerJoin(users, eq(users.id, approvals.userId))
    .where(eq(approvals.proposalId, proposalId))
    .orderBy(asc(approvals.approvedAt), asc(approvals.id))
  return found.map(
    ({ approval: { userId, approvedAt, note, comparedWith, takenBackAt }, name, may, gone }) => ({
      by: { id: userId, name },
      at: approvedAt.toISOString(),
      note,
      comparedWith,
      takenBackAt: takenBackAt?.toISOString() ?? null,
      // None of them had a hand in it: the database refuses that.
      counts: takenBackAt === null && may && gone === null,
    }),
  )
}
