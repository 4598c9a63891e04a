import { findPolicy } from '../../policies/find-policy'
import { signedIn } from '../../trpc/access'
import { listVersions } from '../../versions/list-versions'
import { page, policyInput } from '../inputs'

/** A policy's versions, the newest first. */
export const list = signedIn.input(policyInput.extend(page)).query(async ({ ctx, input }) => {
  const { id } = await findPolicy(ctx.database, input.policy)
  return listVersions(ctx.database, id, input)
})
