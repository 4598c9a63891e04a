import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Channel, releases, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** What became of a version on the channels. */
export interface Standing {
  /** Whether it is in force on the channel live. */
  inForce: boolean
  channels: Channel[]
  scheduled: Channel[]
  /** It was in force somewhere, and is not, nor will be. */
  retired: boolean
  /** Somewhere it was in force until somebody went back to an older version. */
  rolledBack: boolean
}

/** What became of each version of a policy, by the version's id. */
export async function standingsOf(
  database: Connection,
  policyId: string,
): Promise<(versionId: string) => Standing> {
  const all = await database
    .select({
      versionId: releases.versionId,
      channel: releases.channel,
      begun: sql<boolean>`${releases.from} <= statement_timestamp()`,
      goesBack: sql<boolean>`${versions.republishes} is not null`,
    })
    .from(releases)
    .innerJoin(versions, eq(versions.id, releases.versionId))
    .where(and(eq(releases.policyId, policyId), isNull(releases.calledOffAt)))
    .orderBy(asc(releases.from), asc(releases.id))
  const begun = new Map<Channel, (typeof all)[number]>()
  const was = new Set<string>()
  const rolledBack = new Set<string>()
  const scheduled = new Map<string, Set<Channel>>()
  for (const release of all) {
    const { versionId, channel } = release
    if (!release.begun) {
      scheduled.set(versionId, (scheduled.get(versionId) ?? new Set()).add(channel))
      continue
    }
    const before = begun.get(channel)
    if (before && release.goesBack && before.versionId !== versionId) rolledBack.add(before.versionId)
    begun.set(channel, release)
    was.add(versionId)
  }
  return versionId => {
    const channels = [...begun.values()].filter(now => now.versionId === versionId).map(now => now.channel)
    const coming = [...(scheduled.get(versionId) ?? [])]
    return {
      inForce: channels.includes('live'),
      channels: channels.sort(),
      scheduled: coming.sort(),
      retired: was.has(versionId) && channels.length === 0 && coming.length === 0,
      rolledBack: rolledBack.has(versionId),
    }
  }
}
