import { makeCheckpoint } from '../../audit/make-checkpoint'
import { signedIn } from '../../trpc/access'

/** Signs what the end of the log is now. Whoever sees the log may: it changes nothing of what is recorded. */
export const checkpoint = signedIn.mutation(
  async ({ ctx }): Promise<{ seq: number }> => ({
    seq: await makeCheckpoint(ctx.database, ctx.secret, ctx.user.id),
  }),
)
