import { sql } from 'drizzle-orm'
import { versions } from '@/drizzle/schema'
import type { Transaction } from '../database/database'
import { nextNumber } from './next-number'

type NewVersion = Omit<typeof versions.$inferInsert, 'id' | 'number' | 'publishedAt'> & { hash: string }

/** The policy's next version. The policy is locked: numbers are unique, and have no gaps. */
export async function addVersion(
  transaction: Transaction,
  version: NewVersion,
): Promise<{ id: string; number: number }> {
  const number = await nextNumber(transaction, version.policyId)
  // `now()` is when the transaction began, before it waited for the lock.
  const [added] = await transaction
    .insert(versions)
    .values({ ...version, number, publishedAt: sql`clock_timestamp()` })
    .returning({ id: versions.id })
  return { id: added!.id, number }
}
