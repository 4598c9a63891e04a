import { record } from '../../audit/record'
import { closeSession } from '../../auth/session'
import { procedure } from '../../trpc/trpc'

/** Ends this browser's session; without one there is nothing to do. */
export const signOut = procedure.mutation(async ({ ctx }): Promise<null> => {
  const { session } = ctx
  if (session)
    await ctx.database.transaction(async transaction => {
      const by = await closeSession(transaction, session)
      if (by) await record(transaction, { act: 'session.closed', by })
    })
  ctx.setSession(null)
  return null
})
