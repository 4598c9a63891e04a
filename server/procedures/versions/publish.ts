import { z } from 'zod'
import { publish as publishDraft } from '../../policies/publish'
import { editor } from '../../trpc/access'
import { paragraph, policyInput } from '../inputs'

/** Makes the draft's revision the version in force. */
export const publish = editor
  .input(
    policyInput.extend({ revision: z.int().positive().max(2_147_483_647), note: paragraph(2000).optional() }),
  )
  .mutation(({ ctx, input: { policy, revision, note } }) =>
    publishDraft(ctx.database, { policy, revision, note: note || null, by: ctx.user }),
  )
