import { and, asc, desc, eq, gt, lt, lte, type SQL } from 'drizzle-orm'
import { auditEntries, policies } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { type Filter, matching } from './filter'
import type { EntryBody } from './record'

/** An entry with what it is exported as, and what the policy that it is about is called today. */
export interface ReadEntry {
  entry: EntryBody
  body: string
  hash: string
  /** What it is called in addresses, where the policy is gone. */
  title: string | null
}

interface Page {
  filter: Filter
  limit: number
}

const select = (database: Connection) =>
  database
    .select({
      body: auditEntries.body,
      hash: auditEntries.hash,
      policy: auditEntries.policy,
      title: policies.title,
    })
    .from(auditEntries)
    .leftJoin(policies, eq(policies.name, auditEntries.policy))

type Row = { body: string; hash: string; policy: string | null; title: string | null }
const toEntry = ({ body, hash, policy, title }: Row): ReadEntry => ({
  entry: JSON.parse(body),
  body,
  hash,
  title: title ?? policy,
})

/** Entries before a number, the newest first. */
export async function entriesBefore(
  database: Connection,
  { filter, limit, before }: Page & { before?: number },
): Promise<ReadEntry[]> {
  const older = before === undefined ? undefined : lt(auditEntries.seq, before)
  return newestOf(database, and(matching(database, filter), older), limit)
}

/** Entries that meet a condition, the newest first. */
export async function newestOf(
  database: Connection,
  condition: SQL | undefined,
  limit: number,
): Promise<ReadEntry[]> {
  const found = await select(database).where(condition).orderBy(desc(auditEntries.seq)).limit(limit)
  return found.map(toEntry)
}

/** Entries after a number, up to another, the oldest first. */
export async function entriesAfter(
  database: Connection,
  { filter, limit, after, upTo }: Page & { after: number; upTo: number },
): Promise<ReadEntry[]> {
  const found = await select(database)
    .where(and(matching(database, filter), gt(auditEntries.seq, after), lte(auditEntries.seq, upTo)))
    .orderBy(asc(auditEntries.seq))
    .limit(limit)
  return found.map(toEntry)
}
