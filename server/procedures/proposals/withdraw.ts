import { closeProposal } from '../../proposals/close-proposal'
import { editor } from '../../trpc/access'
import { paragraph } from '../inputs'
import { proposalInput } from './get'

/** Takes a proposal off the table. */
export const withdraw = editor
  .input(proposalInput.extend({ reason: paragraph(2000).optional() }))
  .mutation(async ({ ctx, input: { reason, ...input } }): Promise<null> => {
    await closeProposal('withdraw', ctx.database, { ...input, reason: reason || null, by: ctx.user })
    return null
  })
