import { and, eq, notExists } from 'drizzle-orm'
import { policies, versions } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { findPolicy } from '../../policies/find-policy'
import { Refusal } from '../../refusal'
import { editor } from '../../trpc/access'
import { policyInput } from '../inputs'

/** Removes a policy of which nothing was ever published. */
export const remove = editor.input(policyInput).mutation(async ({ ctx, input }): Promise<null> => {
  const { id } = await findPolicy(ctx.database, input.policy)
  await ctx.database.transaction(async transaction => {
    const published = transaction.select().from(versions).where(eq(versions.policyId, id))
    const removed = await transaction
      .delete(policies)
      .where(and(eq(policies.id, id), notExists(published)))
      .returning({ id: policies.id })
    if (removed.length === 0)
      throw new Refusal('not-ready', `"${input.policy}" was published, and what was published is kept.`)
    await record(transaction, { act: 'policy.removed', by: ctx.user, policy: input.policy })
  })
  return null
})
