import { and, eq, type SQL, sql } from 'drizzle-orm'
import { proposals } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { Refusal } from '../refusal'

export type ProposalRow = typeof proposals.$inferSelect

/** A proposal of a policy by its number; refuses with a sentence where there is none. */
export async function findProposal(
  database: Connection,
  policy: { id: string; name: string },
  number: number,
): Promise<ProposalRow> {
  const [found] = await database
    .select()
    .from(proposals)
    .where(and(eq(proposals.policyId, policy.id), eq(proposals.number, number)))
  if (!found)
    throw new Refusal('not-found', `There is no proposal ${number} of a policy named "${policy.name}".`)
  return found
}

/** How many agree to a proposal as it stands; what counts is written once, in the database (`standing_approvals`). */
export const standing = (id: SQL | typeof proposals.id): SQL<number> => sql<number>`standing_approvals(${id})`

export async function countStanding(database: Connection, proposalId: string): Promise<number> {
  const [counted] = await database
    .select({ count: standing(proposals.id) })
    .from(proposals)
    .where(eq(proposals.id, proposalId))
  return counted?.count ?? 0
}
