import { findPolicy } from '../../policies/find-policy'
import { signedIn } from '../../trpc/access'
import { type Timeline, timelineOf } from '../../versions/timeline'
import { policyInput } from '../inputs'

/** What is in force of a policy on each channel, and what is to come. */
export const list = signedIn.input(policyInput).query(async ({ ctx, input }): Promise<Timeline> => {
  const { id } = await findPolicy(ctx.database, input.policy)
  return timelineOf(ctx.database, id)
})
