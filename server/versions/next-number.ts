import { eq, max } from 'drizzle-orm'
import { versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** The number of a policy's next version: from 1, without gaps. */
export async function nextNumber(database: Connection, policyId: string): Promise<number> {
  const [last] = await database
    .select({ number: max(versions.number) })
    .from(versions)
    .where(eq(versions.policyId, policyId))
  return (last?.number ?? 0) + 1
}
