import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { personalTokens } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { Refusal } from '../../refusal'
import { signedIn } from '../../trpc/access'
import { uuid } from '../inputs'

/** Ends one of one's own personal tokens, from the next request on. */
export const revoke = signedIn
  .input(z.strictObject({ id: uuid }))
  .mutation(async ({ ctx, input: { id } }): Promise<void> => {
    const own = and(eq(personalTokens.id, id), eq(personalTokens.userId, ctx.user.id))
    await ctx.database.transaction(async transaction => {
      const [token] = await transaction
        .update(personalTokens)
        .set({ revokedAt: new Date() })
        .where(and(own, isNull(personalTokens.revokedAt)))
        .returning({ id: personalTokens.id, name: personalTokens.name })
      if (!token) throw new Refusal('not-found', 'You have no such token.')
      await record(transaction, { act: 'token.revoked', by: ctx.user, details: { token } })
    })
  })
