import { and, eq } from 'drizzle-orm'
import { versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { Refusal } from '../refusal'

/** A version of a policy by its number; refuses with a sentence where there is none. */
export async function versionOf(
  database: Connection,
  policy: { id: string; name: string },
  number: number,
): Promise<typeof versions.$inferSelect> {
  const [found] = await database
    .select()
    .from(versions)
    .where(and(eq(versions.policyId, policy.id), eq(versions.number, number)))
  if (!found)
    throw new Refusal('not-found', `There is no version ${number} of a policy named "${policy.name}".`)
  return found
}
