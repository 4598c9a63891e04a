import { asc, count, eq, isNull } from 'drizzle-orm'
import { auditEntries, policies, users, versions } from '@/drizzle/schema'
import type { Database } from '../database/database'
import { record } from './record'

/** The log's first entry, once: it says what was there already where an older installation gets its log. */
export async function beginLog(database: Database): Promise<void> {
  await database.transaction(async transaction => {
    const [any] = await transaction.select({ seq: auditEntries.seq }).from(auditEntries).limit(1)
    if (any) return
    const [people] = await transaction.select({ count: count() }).from(users).where(isNull(users.removedAt))
    const there = await transaction
      .select({ name: policies.name, versions: count(versions.id) })
      .from(policies)
      .leftJoin(versions, eq(versions.policyId, policies.id))
      .groupBy(policies.name)
      .orderBy(asc(policies.name))
    const details = { people: people!.count, policies: there }
    await record(transaction, { act: 'log.begun', by: null, details })
  })
}
