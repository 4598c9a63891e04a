import { desc, sql } from 'drizzle-orm'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { sha256 } from '@/compiler/runtime/sha256'
import { auditEntries } from '@/drizzle/schema'
import type { Me } from '../auth/session'
import type { Transaction } from '../database/database'
import { LOCKS } from '../database/locks'
import type { ActName, DetailsOf, PersonNamed } from './acts'

type Actor = PersonNamed & Partial<Pick<Me, 'by'>>

interface Always<Name extends ActName> {
  act: Name
  /** Null: the installation itself, or somebody on its command line. */
  by: Actor | null
  /** Where it was not a page; by a personal token it never is. */
  through?: 'command-line'
  /** The name of the policy or handbook that it was about. */
  policy?: string
  /** Revisions, versions, roles: what was before, and what is now. */
  from?: string | number | null
  to?: string | number
  /** In the words of whoever did it. */
  why?: string | null
}

/** What somebody did. */
export type Done = {
  [Name in ActName]: Always<Name> &
    (DetailsOf<Name> extends undefined ? { details?: undefined } : { details: DetailsOf<Name> })
}[ActName]

/** An entry as it is hashed and exported. What does not apply is left out; `by` and `previous` are always there. */
export interface EntryBody {
  seq: number
  /** ISO, in UTC, to the millisecond; never before the entry before it. */
  at: string
  by: PersonNamed | null
  through?: 'command-line'
  act: string
  policy?: string
  from?: string | number
  to?: string | number
  why?: string
  details?: unknown
  /** The hash of the entry before it; null in the first. */
  previous: string | null
}

/**
 * Writes an act into the audit log, in the transaction that carries it out: both happen, or neither.
 *
 * Make it the last thing that a transaction does. From here until the transaction ends nobody else adds an entry, so that
 * numbers have no gaps; whoever waits for another lock afterwards could wait for somebody who waits for this one.
 */
export async function record(transaction: Transaction, done: Done): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCKS.audit})`)
  // A statement of its own: it has to see what was committed while this one waited for the lock.
  const [last] = await transaction
    .select({ seq: auditEntries.seq, hash: auditEntries.hash, at: auditEntries.at })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  const { by, act, policy, from, to, why, details } = done
  // Clocks are put back; the log's time is not.
  const at = new Date(Math.max(Date.now(), last?.at.getTime() ?? 0))
  const body: EntryBody = {
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    by: by && { id: by.id, name: by.name },
    through: done.through ?? (by?.by === 'token' ? 'command-line' : undefined),
    act,
    policy,
    from: from ?? undefined,
    to,
    why: why ?? undefined,
    details,
    previous: last?.hash ?? null,
  }
  const text = canonicalJson(sayable(body))
  await transaction.insert(auditEntries).values({
    seq: body.seq,
    body: text,
    hash: `sha256-${sha256(text)}`,
    at,
    userId: by?.id ?? null,
    act,
    policy,
  })
}

/** A copy with U+FFFD for what canonical JSON, or PostgreSQL, cannot say: half of a surrogate pair, and U+0000. */
function sayable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD')
  if (Array.isArray(value)) return value.map(sayable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [sayable(key), sayable(member)]))
}
