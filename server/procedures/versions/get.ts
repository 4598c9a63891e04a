import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { PolicyDocument } from '@/compiler/language/policy'
import { users } from '@/drizzle/schema'
import { findVersion } from '../../policies/find-version'
import { type TableSummary, tablesOfOne } from '../../policies/tables-of'
import { signedInOrToken } from '../../trpc/access'
import { policyInput } from '../inputs'

export const versionInput = policyInput.extend({ number: z.int().positive().max(2_147_483_647) })

export interface Version {
  number: number
  publishedAt: string
  publishedBy: string | null
  note: string | null
  document: PolicyDocument
  tables: TableSummary[]
}

/** One version, as it was published. */
export const get = signedInOrToken.input(versionInput).query(async ({ ctx, input }): Promise<Version> => {
  const version = await findVersion(ctx.database, input.policy, input.number)
  const { id, number, publishedAt, publishedBy, note } = version
  const [publisher] = publishedBy
    ? await ctx.database.select({ name: users.name }).from(users).where(eq(users.id, publishedBy))
    : []
  return {
    number,
    publishedAt: publishedAt.toISOString(),
    publishedBy: publisher?.name ?? null,
    note,
    document: version.document as PolicyDocument,
    tables: await tablesOfOne(ctx.database, id),
  }
})
