import { z } from 'zod'
import { publishProposal } from '../../proposals/publish-proposal'
import { editor } from '../../trpc/access'
import { contentHash, start } from '../inputs'
import { proposalInput } from './get'

const starts = z
  .array(start)
  .refine(
    all => new Set(all.map(({ channel }) => channel)).size === all.length,
    'must name each channel once at most',
  )

/** Makes what was approved the next version, and puts it in force where and when it is said to. */
export const publish = editor
  .input(proposalInput.extend({ hash: contentHash, starts }))
  .mutation(({ ctx, input }) => publishProposal(ctx.database, { ...input, by: ctx.user }))
