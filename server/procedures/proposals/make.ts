import { proposeContent } from '../../proposals/propose-content'
import { editor } from '../../trpc/access'
import { counted, paragraph, policyInput } from '../inputs'

/** Proposes the draft's revision; it takes the place of what was proposed before. */
export const make = editor
  .input(policyInput.extend({ revision: counted, note: paragraph(2000).optional() }))
  .mutation(({ ctx, input: { policy, revision, note } }) =>
    proposeContent(ctx.database, { policy, revision, note: note || null, by: ctx.user }),
  )
