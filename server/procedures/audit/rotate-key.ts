import { rotateKey as rotate } from '../../signing/keys'
import { administrator } from '../../trpc/access'

/** A new key for checkpoints; the old one vouches for it, and signs nothing else from then on. */
export const rotateKey = administrator.mutation(async ({ ctx }): Promise<{ key: string }> => {
  const { id } = await ctx.database.transaction(transaction =>
    rotate(transaction, 'audit', ctx.secret, ctx.user),
  )
  return { key: id }
})
