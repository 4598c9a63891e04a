import { findPolicy } from '../../policies/find-policy'
import { describeProposal, type Proposal } from '../../proposals/describe-proposal'
import { signedIn } from '../../trpc/access'
import { counted, policyInput } from '../inputs'

export const proposalInput = policyInput.extend({ number: counted })

/** One proposal: what it says, who had a hand in it, who agrees, and what whoever asks may do with it. */
export const get = signedIn
  .input(proposalInput)
  .query(
    async ({ ctx, input }): Promise<Proposal> =>
      describeProposal(ctx.database, await findPolicy(ctx.database, input.policy), input.number, ctx.user),
  )
