import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, inForce, proposals, users, versions } from '@/drizzle/schema'
import { takenIn } from '../../handbooks/taken-in'
import { findPolicy } from '../../policies/find-policy'
import { standing } from '../../proposals/find-proposal'
import { signedInOrToken } from '../../trpc/access'
import { policyInput } from '../inputs'

/** A policy's draft, with the version of the shared handbook that it takes in; or the draft of a handbook. */
type Content =
  | { kind: 'policy'; document: PolicyDocument; handbook: SharedHandbook | null }
  | { kind: 'handbook'; document: SharedHandbook }

interface Saved {
  policy: { name: string; title: string; approvalsNeeded: number }
  revision: number
  savedAt: string
  savedBy: string | null
  /** The number that it would have as a version. */
  next: number
  /** The number of the live version in force. */
  inForce: number | null
  /** The draft's content as it is proposed and waits for approval, if it is. */
  proposal: { number: number; revision: number; standing: number } | null
}
export type Draft = Saved & Content

export const get = signedInOrToken.input(policyInput).query(async ({ ctx, input }): Promise<Draft> => {
  const { id, name, title, kind, approvalsNeeded } = await findPolicy(ctx.database, input.policy)
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
  const [newest] = await ctx.database
    .select({ number: sql<number>`coalesce(max(${versions.number}), 0)` })
    .from(versions)
    .where(eq(versions.policyId, id))
  const [open] = await ctx.database
    .select({ number: proposals.number, revision: proposals.revision, standing: standing(proposals.id) })
    .from(proposals)
    .where(and(eq(proposals.policyId, id), eq(proposals.kind, 'content'), isNull(proposals.outcome)))
  const { document, revision, savedAt, savedBy, inForce: number } = draft!
  const saved: Saved = {
    policy: { name, title, approvalsNeeded },
    revision,
    savedAt: savedAt.toISOString(),
    savedBy,
    next: newest!.number + 1,
    inForce: number,
    proposal: open ? { ...open, revision: open.revision! } : null,
  }
  // Only what `wellFormedAs` this kind let pass was ever saved.
  if (kind === 'handbook') return { ...saved, kind, document: document as SharedHandbook }
  const own = document as PolicyDocument
  return { ...saved, kind, document: own, handbook: (await takenIn(ctx.database, own)) ?? null }
})
