import { closeProposal } from '../../proposals/close-proposal'
import { approver } from '../../trpc/access'
import { reason } from '../inputs'
import { proposalInput } from './get'

/** Does not agree, and says why. */
export const sendBack = approver
  .input(proposalInput.extend({ reason }))
  .mutation(async ({ ctx, input }): Promise<null> => {
    await closeProposal('sendBack', ctx.database, { ...input, by: ctx.user })
    return null
  })
