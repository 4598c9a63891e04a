import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { auditLooks } from '@/drizzle/schema'
import { signedIn } from '../../trpc/access'

/** Remembers up to which entry somebody has looked; never further back than before. */
export const look = signedIn
  .input(z.strictObject({ seq: z.int().positive() }))
  .mutation(async ({ ctx, input: { seq } }): Promise<null> => {
    await ctx.database
      .insert(auditLooks)
      .values({ userId: ctx.user.id, seq })
      .onConflictDoUpdate({
        target: auditLooks.userId,
        set: { seq: sql`greatest(${auditLooks.seq}, excluded.seq)`, lookedAt: sql`now()` },
      })
    return null
  })
