import { and, asc, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import { type Channel, releases, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** What was in force on a channel at a moment. Times are ISO 8601. */
export interface InForceAt {
  /** Null: nothing was, yet. */
  version: { number: number; since: string } | null
  /** When another one comes, or came, in its place; null where none is planned. */
  until: string | null
}

/** The version in force on a channel at a moment, be it past or, as far as is planned, to come. */
export async function inForceAt(
  database: Connection,
  policyId: string,
  channel: Channel,
  at: Date,
): Promise<InForceAt> {
  const standing = and(
    eq(releases.policyId, policyId),
    eq(releases.channel, channel),
    isNull(releases.calledOffAt),
  )
  const [version] = await database
    .select({ number: versions.number, since: releases.from })
    .from(releases)
    .innerJoin(versions, eq(versions.id, releases.versionId))
    .where(and(standing, lte(releases.from, at)))
    .orderBy(desc(releases.from), desc(releases.id))
    .limit(1)
  const [next] = await database
    .select({ from: releases.from })
    .from(releases)
    .where(and(standing, gt(releases.from, at)))
    .orderBy(asc(releases.from))
    .limit(1)
  return {
    version: version ? { number: version.number, since: version.since.toISOString() } : null,
    until: next?.from.toISOString() ?? null,
  }
}
