import { takeBack as takeApprovalBack } from '../../proposals/take-back'
import { editor } from '../../trpc/access'
import { proposalInput } from './get'

/** Takes one's own approval back. */
export const takeBack = editor.input(proposalInput).mutation(async ({ ctx, input }): Promise<null> => {
  await takeApprovalBack(ctx.database, { ...input, by: ctx.user })
  return null
})
