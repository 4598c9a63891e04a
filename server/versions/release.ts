import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Channel, releases, versions } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database, Transaction } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { lockPolicy } from '../proposals/lock-policy'
import { Refusal } from '../refusal'
import { inWords } from './in-words'
import { versionOf } from './version-of'

/** Where a version comes in force, and from when: null is now. */
export interface Start {
  channel: Channel
  from: Date | null
}

interface Placed extends Start {
  policyId: string
  version: { id: string; number: number }
  reason: string | null
  by: string | null
}

/**
 * Puts a version in force on a channel, now or from a moment on. The policy is locked. What follows on a channel is
 * always newer than what it follows: going back is `rollBack`, which asks why.
 */
export async function addRelease(transaction: Transaction, placed: Placed): Promise<string> {
  await refuseOutOfOrder(transaction, placed)
  return insertRelease(transaction, placed)
}

/** Returns the moment from which it holds, as ISO. */
export async function insertRelease(
  transaction: Transaction,
  { policyId, channel, version, from, reason, by }: Placed,
): Promise<string> {
  const [added] = await transaction
    .insert(releases)
    // The database's clock, read once the policy is locked: what is made later begins later.
    .values({ policyId, channel, versionId: version.id, from: moment(from), reason, madeBy: by })
    .returning({ from: releases.from })
  return added!.from.toISOString()
}

const moment = (from: Date | null): SQL =>
  from ? sql`${from.toISOString()}::timestamptz` : sql`clock_timestamp()`

async function refuseOutOfOrder(
  transaction: Transaction,
  { policyId, channel, version, from }: Placed,
): Promise<void> {
  const { rows } = await transaction.execute(sql`select ${moment(from)} < clock_timestamp() as past`)
  if (from && rows[0]!.past)
    throw new Refusal('not-ready', `${inWords(from)} has passed. Choose a later moment, or now.`)
  const released = (which: SQL) =>
    transaction
      .select({
        number: versions.number,
        from: releases.from,
        begun: sql<boolean>`${releases.from} <= clock_timestamp()`,
      })
      .from(releases)
      .innerJoin(versions, eq(versions.id, releases.versionId))
      .where(
        and(
          eq(releases.policyId, policyId),
          eq(releases.channel, channel),
          isNull(releases.calledOffAt),
          which,
        ),
      )
      .limit(1)
  const [before] = await released(sql`${releases.from} <= ${moment(from)}`).orderBy(
    desc(releases.from),
    desc(releases.id),
  )
  if (before && before.number >= version.number) {
    const when = before.begun ? 'is in force' : `comes in force on ${inWords(before.from)}`
    const older = before.begun ? 'To go back to an older one, roll back.' : 'Call that off first.'
    const message =
      before.number === version.number
        ? `Version ${before.number} ${when} on ${channel} already.`
        : `Version ${before.number}, which is newer, ${when} on ${channel}. ${older}`
    throw new Refusal('not-ready', message)
  }
  const [after] = await released(sql`${releases.from} > ${moment(from)}`).orderBy(
    asc(releases.from),
    asc(releases.id),
  )
  if (after && after.number <= version.number)
    throw new Refusal(
      'not-ready',
      `Version ${after.number} would take its place on ${channel} on ${inWords(after.from)}. Call that off first.`,
    )
}

export interface Release extends Start {
  policy: string
  number: number
  reason: string | null
  by: PersonNamed
}

/** What runtime clients are given are policies; a handbook is in force with those that take it in. */
export function refuseHandbook({ kind, name }: Pick<PolicyRow, 'kind' | 'name'>): void {
  if (kind === 'handbook')
    throw new Refusal(
      'not-ready',
      `"${name}" is a handbook: it is in force with the policies that take it in, and not by itself.`,
    )
}

/** Puts a published version in force on a channel. */
export const release = (
  database: Database,
  { policy: name, number, channel, from, reason, by }: Release,
): Promise<{ from: string }> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    refuseHandbook(policy)
    const version = await versionOf(transaction, policy, number)
    const placed = { policyId: policy.id, channel, version, from, reason, by: by.id }
    const since = await addRelease(transaction, placed)
    await record(transaction, {
      act: 'version.released',
      by,
      policy: name,
      to: number,
      why: reason,
      details: { channel, from: since },
    })
    return { from: since }
  })
