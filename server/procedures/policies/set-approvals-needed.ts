import { z } from 'zod'
import { setApprovalsNeeded as setNeeded } from '../../proposals/set-approvals-needed'
import { editor } from '../../trpc/access'
import { paragraph, policyInput } from '../inputs'

/** How many people have to agree: more at once, fewer by a proposal. */
export const setApprovalsNeeded = editor
  .input(policyInput.extend({ needed: z.int().min(1).max(9), note: paragraph(2000).optional() }))
  .mutation(({ ctx, input: { note, ...input } }) =>
    setNeeded(ctx.database, { ...input, note: note || null, by: ctx.user }),
  )
