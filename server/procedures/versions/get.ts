import { eq } from 'drizzle-orm'
import type { PolicyDocument } from '@/compiler/language/policy'
import { proposals, users } from '@/drizzle/schema'
import { findVersion } from '../../policies/find-version'
import { type TableSummary, tablesOfOne } from '../../policies/tables-of'
import { type Approval, approvalsOf } from '../../proposals/approvals-of'
import { signedInOrToken } from '../../trpc/access'
import { type Standing, standingsOf } from '../../versions/standings'
import { counted, policyInput } from '../inputs'

export const versionInput = policyInput.extend({ number: counted })

export interface Version extends Standing {
  number: number
  publishedAt: string
  publishedBy: string | null
  note: string | null
  /** Of the document; null in versions from before it was kept. */
  hash: string | null
  /** The number of the proposal that it was; null in samples and where an older version was published again. */
  proposal: number | null
  /** Who agreed to it. */
  approvals: Approval[]
  /** The number of the version that it publishes again. */
  republishes: number | null
  document: PolicyDocument
  tables: TableSummary[]
}

/** One version, as it was published. */
export const get = signedInOrToken.input(versionInput).query(async ({ ctx, input }): Promise<Version> => {
  const { database } = ctx
  const version = await findVersion(database, input.policy, input.number)
  const { id, policyId, number, publishedAt, publishedBy, note, hash, proposalId, republishes } = version
  const [publisher] = publishedBy
    ? await database.select({ name: users.name }).from(users).where(eq(users.id, publishedBy))
    : []
  const [proposal] = proposalId
    ? await database.select({ number: proposals.number }).from(proposals).where(eq(proposals.id, proposalId))
    : []
  const standings = await standingsOf(database, policyId)
  return {
    number,
    publishedAt: publishedAt.toISOString(),
    publishedBy: publisher?.name ?? null,
    note,
    hash,
    proposal: proposal?.number ?? null,
    approvals: proposalId ? await approvalsOf(database, proposalId) : [],
    republishes,
    ...standings(id),
    document: version.document as PolicyDocument,
    tables: await tablesOfOne(database, id),
  }
})
