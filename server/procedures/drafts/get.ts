import { and, eq } from 'drizzle-orm'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, inForce, users } from '@/drizzle/schema'
import { findPolicy } from '../../policies/find-policy'
import { signedInOrToken } from '../../trpc/access'
import { policyInput } from '../inputs'

export interface Draft {
  policy: { name: string; title: string }
  document: PolicyDocument
  revision: number
  savedAt: string
  savedBy: string | null
  /** The number of the version in force. */
  inForce: number | null
}

export const get = signedInOrToken.input(policyInput).query(async ({ ctx, input }): Promise<Draft> => {
  const { id, name, title } = await findPolicy(ctx.database, input.policy)
  const [draft] = await ctx.database
    .select({
      document: drafts.document,
      revision: drafts.revision,
      savedAt: drafts.savedAt,
      savedBy: users.name,
      inForce: inForce.number,
    })
    .from(drafts)
    .leftJoin(users, eq(users.id, drafts.savedBy))
    .leftJoin(inForce, and(eq(inForce.policyId, drafts.policyId), eq(inForce.channel, 'live')))
    .where(eq(drafts.policyId, id))
  const { document, revision, savedAt, savedBy, inForce: number } = draft!
  return {
    policy: { name, title },
    // Only what `wellFormed` let pass was ever saved.
    document: document as PolicyDocument,
    revision,
    savedAt: savedAt.toISOString(),
    savedBy,
    inForce: number,
  }
})
