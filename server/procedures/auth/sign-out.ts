import { closeSession } from '../../auth/session'
import { procedure } from '../../trpc/trpc'

/** Ends this browser's session; without one there is nothing to do. */
export const signOut = procedure.mutation(async ({ ctx }): Promise<null> => {
  if (ctx.session) await closeSession(ctx.database, ctx.session)
  ctx.setSession(null)
  return null
})
