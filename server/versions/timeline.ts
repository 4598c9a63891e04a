import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { CHANNELS, type Channel, inForce, releases, users, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

export interface InForce {
  number: number
  since: string
  madeBy: string | null
  reason: string | null
}

export interface Scheduled {
  /** By which it is called off. */
  id: number
  number: number
  from: string
  madeBy: string | null
  reason: string | null
}

/** What is in force on each channel, and what is to come, the next first. */
export type Timeline = Record<Channel, { inForce: InForce | null; scheduled: Scheduled[] }>

const columns = {
  id: releases.id,
  channel: releases.channel,
  number: versions.number,
  from: releases.from,
  madeBy: users.name,
  reason: releases.reason,
}

interface Row {
  number: number
  from: Date
  madeBy: string | null
  reason: string | null
}

const toInForce = ({ number, from, madeBy, reason }: Row): InForce => ({
  number,
  since: from.toISOString(),
  madeBy,
  reason,
})

/** Of all versions of a policy, or of those that `only` says. */
export async function timelineOf(
  database: Connection,
  policyId: string,
  only: SQL = sql`true`,
): Promise<Timeline> {
  const current = await database
    .select(columns)
    .from(inForce)
    .innerJoin(
      releases,
      and(
        eq(releases.policyId, inForce.policyId),
        eq(releases.channel, inForce.channel),
        eq(releases.from, inForce.since),
        eq(releases.versionId, inForce.versionId),
        isNull(releases.calledOffAt),
      ),
    )
    .innerJoin(versions, eq(versions.id, releases.versionId))
    .leftJoin(users, eq(users.id, releases.madeBy))
    .where(and(eq(inForce.policyId, policyId), only))
  const coming = await database
    .select(columns)
    .from(releases)
    .innerJoin(versions, eq(versions.id, releases.versionId))
    .leftJoin(users, eq(users.id, releases.madeBy))
    .where(
      and(
        eq(releases.policyId, policyId),
        isNull(releases.calledOffAt),
        gt(releases.from, sql`statement_timestamp()`),
        only,
      ),
    )
    .orderBy(asc(releases.from), asc(releases.id))
  return Object.fromEntries(
    CHANNELS.map(channel => {
      const now = current.find(release => release.channel === channel)
      const scheduled = coming
        .filter(release => release.channel === channel)
        .map(({ id, number, from, madeBy, reason }) => ({
          id,
          number,
          from: from.toISOString(),
          madeBy,
          reason,
        }))
      return [channel, { inForce: now ? toInForce(now) : null, scheduled }]
    }),
  ) as Timeline
}
