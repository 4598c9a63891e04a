import { and, desc, eq } from 'drizzle-orm'
import { inForce, users, versions } from '@/drizzle/schema'
import { findPolicy } from '../../policies/find-policy'
import { type TableSummary, tablesOf } from '../../policies/tables-of'
import { signedIn } from '../../trpc/access'
import { policyInput } from '../inputs'

export interface VersionSummary {
  number: number
  publishedAt: string
  publishedBy: string | null
  note: string | null
  inForce: boolean
  tables: TableSummary[]
}

/** Every version of a policy, the newest first. */
export const list = signedIn.input(policyInput).query(async ({ ctx, input }): Promise<VersionSummary[]> => {
  const { id } = await findPolicy(ctx.database, input.policy)
  const found = await ctx.database
    .select({
      id: versions.id,
      number: versions.number,
      publishedAt: versions.publishedAt,
      publishedBy: users.name,
      note: versions.note,
      current: inForce.versionId,
    })
    .from(versions)
    .leftJoin(users, eq(users.id, versions.publishedBy))
    .leftJoin(inForce, and(eq(inForce.versionId, versions.id), eq(inForce.channel, 'live')))
    .where(eq(versions.policyId, id))
    .orderBy(desc(versions.number))
  const tables = await tablesOf(
    ctx.database,
    found.map(version => version.id),
  )
  return found.map(({ id, number, publishedAt, publishedBy, note, current }) => ({
    number,
    publishedAt: publishedAt.toISOString(),
    publishedBy,
    note,
    inForce: current !== null,
    tables: tables.get(id)!,
  }))
})
