import { z } from 'zod'
import { personalTokens } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { hashPersonalToken, randomPersonalToken } from '../../auth/token'
import { signedIn } from '../../trpc/access'
import { line } from '../inputs'

/** A personal token of whoever asks, for the command line. It is told this once, and kept nowhere. */
export const create = signedIn
  .input(z.strictObject({ name: line(100), days: z.int().min(1).max(366) }))
  .mutation(async ({ ctx, input: { name, days } }): Promise<{ token: string; expiresAt: string }> => {
    const token = randomPersonalToken()
    const expiresAt = new Date(Date.now() + days * 86_400_000)
    await ctx.database.transaction(async transaction => {
      const [made] = await transaction
        .insert(personalTokens)
        .values({ userId: ctx.user.id, name, tokenHash: hashPersonalToken(token)!, expiresAt })
        .returning({ id: personalTokens.id, name: personalTokens.name })
      await record(transaction, { act: 'token.made', by: ctx.user, details: { token: made!, days } })
    })
    return { token, expiresAt: expiresAt.toISOString() }
  })
