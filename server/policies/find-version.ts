import { and, eq } from 'drizzle-orm'
import { policies, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { Refusal } from '../refusal'

export type VersionRow = typeof versions.$inferSelect

/** A version of a policy by its number; refuses with a sentence where there is none. */
export async function findVersion(database: Connection, policy: string, number: number): Promise<VersionRow> {
  const [found] = await database
    .select({ version: versions })
    .from(versions)
    .innerJoin(policies, eq(policies.id, versions.policyId))
    .where(and(eq(policies.name, policy), eq(versions.number, number)))
  if (!found) throw new Refusal('not-found', `There is no version ${number} of a policy named "${policy}".`)
  return found.version
}
