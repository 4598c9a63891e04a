import { findPolicy } from '../../policies/find-policy'
import { listProposals } from '../../proposals/list-proposals'
import { signedIn } from '../../trpc/access'
import { page, policyInput } from '../inputs'

/** A policy's proposals, the newest first. */
export const list = signedIn
  .input(policyInput.extend(page))
  .query(async ({ ctx, input }) =>
    listProposals(ctx.database, await findPolicy(ctx.database, input.policy), input),
  )
