import { approve as approveProposal } from '../../proposals/approve'
import { approver } from '../../trpc/access'
import { contentHash, counted, paragraph } from '../inputs'
import { proposalInput } from './get'

/** Agrees to what the page showed: the content of this hash, compared with that version in force. */
export const approve = approver
  .input(
    proposalInput.extend({
      hash: contentHash,
      comparedWith: counted.nullable(),
      note: paragraph(2000).optional(),
    }),
  )
  .mutation(({ ctx, input: { note, ...input } }) =>
    approveProposal(ctx.database, { ...input, note: note || null, by: ctx.user }),
  )
