import { and, eq } from 'drizzle-orm'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, inForce, users } from '@/drizzle/schema'
import { takenIn } from '../../handbooks/taken-in'
import { findPolicy } from '../../policies/find-policy'
import { signedInOrToken } from '../../trpc/access'
import { policyInput } from '../inputs'

/** A policy's draft, with the version of the shared handbook that it takes in; or the draft of a handbook. */
type Content =
  | { kind: 'policy'; document: PolicyDocument; handbook: SharedHandbook | null }
  | { kind: 'handbook'; document: SharedHandbook }

interface Saved {
  policy: { name: string; title: string }
  revision: number
  savedAt: string
  savedBy: string | null
  /** The number of the version in force. */
  inForce: number | null
}
export type Draft = Saved & Content

export const get = signedInOrToken.input(policyInput).query(async ({ ctx, input }): Promise<Draft> => {
  const { id, name, title, kind } = await findPolicy(ctx.database, input.policy)
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
  const saved: Saved = {
    policy: { name, title },
    revision,
    savedAt: savedAt.toISOString(),
    savedBy,
    inForce: number,
  }
  // Only what `wellFormedAs` this kind let pass was ever saved.
  if (kind === 'handbook') return { ...saved, kind, document: document as SharedHandbook }
  const own = document as PolicyDocument
  return { ...saved, kind, document: own, handbook: (await takenIn(ctx.database, own)) ?? null }
})
