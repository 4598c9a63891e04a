import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { proposals, users, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { type TableSummary, tablesOf } from '../policies/tables-of'
import { type Standing, standingsOf } from './standings'

export interface VersionSummary extends Standing {
  number: number
  publishedAt: string
  publishedBy: string | null
  note: string | null
  hash: string | null
  /** The number of the proposal that it was; null in samples and where an older version was published again. */
  proposal: number | null
  /** The number of the version that it publishes again. */
  republishes: number | null
  /** Who agreed to it, by name. */
  approvedBy: string[]
  tables: TableSummary[]
}

/** A policy's versions, the newest first: `limit` of them, from before a number on. */
export async function listVersions(
  database: Connection,
  policyId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<VersionSummary[]> {
  const found = await database
    .select({
      id: versions.id,
      number: versions.number,
      publishedAt: versions.publishedAt,
      publishedBy: users.name,
      note: versions.note,
      hash: versions.hash,
      proposal: proposals.number,
      republishes: versions.republishes,
      approvedBy: sql<string[]>`array(
        select u.name from approvals a join users u on u.id = a.user_id
        where a.proposal_id = ${versions.proposalId} and a.taken_back_at is null order by a.approved_at)`,
    })
    .from(versions)
    .leftJoin(users, eq(users.id, versions.publishedBy))
    .leftJoin(proposals, eq(proposals.id, versions.proposalId))
    .where(
      and(eq(versions.policyId, policyId), before === undefined ? undefined : lt(versions.number, before)),
    )
    .orderBy(desc(versions.number))
    .limit(limit)
  const ids = found.map(({ id }) => id)
  const tables = await tablesOf(database, ids)
  const standings = await standingsOf(database, policyId)
  return found.map(({ id, publishedAt, ...version }) => ({
    ...version,
    publishedAt: publishedAt.toISOString(),
    ...standings(id),
    tables: tables.get(id)!,
  }))
}
