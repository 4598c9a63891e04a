import { eq } from 'drizzle-orm'
import { drafts } from '@/drizzle/schema'
import type { PersonNamed } from '../../audit/acts'
import { findPolicy } from '../../policies/find-policy'
import { approvers, editorsOf } from '../../proposals/editors'
import { signedIn } from '../../trpc/access'
import { policyInput } from '../inputs'

export interface Outlook {
  /** Who had a hand in the draft as it is now, besides whoever proposes it. */
  editors: PersonNamed[]
  /** Who has the right to approve. */
  approvers: PersonNamed[]
  needed: number
}

/** Before a draft is proposed: who will count as an editor, and who could approve it. */
export const outlook = signedIn.input(policyInput).query(async ({ ctx, input }): Promise<Outlook> => {
  const policy = await findPolicy(ctx.database, input.policy)
  const [draft] = await ctx.database.select().from(drafts).where(eq(drafts.policyId, policy.id))
  return {
    editors: await editorsOf(ctx.database, policy.id, draft!),
    approvers: await approvers(ctx.database),
    needed: policy.approvalsNeeded,
  }
})
