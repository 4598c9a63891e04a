import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { draftSaves, drafts, policies } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { findPolicy } from '../../policies/find-policy'
import { staleDraft } from '../../policies/stale-draft'
import { titleOf, wellFormedAs } from '../../policies/well-formed'
import { editorOrToken } from '../../trpc/access'
import { counted, policyInput } from '../inputs'

/** Saves a draft over the revision that its editor saw; over any other it is refused, and nothing is changed. */
export const save = editorOrToken
  .input(
    policyInput.extend({
      revision: counted,
      document: z.unknown(),
      // However it came about, whoever saved it had a hand in it.
      how: z.enum(['drawn', 'imported', 'restored']).default('drawn'),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<{ revision: number; savedAt: string }> => {
    const policy = await findPolicy(ctx.database, input.policy)
    const document = wellFormedAs[policy.kind](input.document, input.policy)
    const seen = and(eq(drafts.policyId, policy.id), eq(drafts.revision, input.revision))
    return ctx.database.transaction(async transaction => {
      // The condition is in the update itself: whoever is second waits for the first, and then no longer meets it.
      const [saved] = await transaction
        .update(drafts)
        .set({ revision: sql`${drafts.revision} + 1`, document, savedAt: new Date(), savedBy: ctx.user.id })
        .where(seen)
        .returning({ revision: drafts.revision, savedAt: drafts.savedAt })
      if (!saved) throw await staleDraft(transaction, policy.id, input.revision)
      await transaction.insert(draftSaves).values({
        policyId: policy.id,
        revision: saved.revision,
        how: ctx.user.by === 'token' ? 'pushed' : input.how,
        savedAt: saved.savedAt,
        savedBy: ctx.user.id,
      })
      const title = titleOf(document)
      if (title !== policy.title)
        await transaction.update(policies).set({ title }).where(eq(policies.id, policy.id))
      await record(transaction, {
        act: 'draft.saved',
        by: ctx.user,
        policy: policy.name,
        from: input.revision,
        to: saved.revision,
      })
      return { revision: saved.revision, savedAt: saved.savedAt.toISOString() }
    })
  })
