import { eq } from 'drizzle-orm'
import { policies } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { Refusal } from '../refusal'

export type PolicyRow = typeof policies.$inferSelect

/** The policy of this name; refuses with a sentence where there is none. */
export async function findPolicy(database: Connection, name: string): Promise<PolicyRow> {
  const [policy] = await database.select().from(policies).where(eq(policies.name, name))
  if (!policy) throw new Refusal('not-found', `There is no policy named "${name}".`)
  return policy
}
