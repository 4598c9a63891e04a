import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { personalTokens } from '@/drizzle/schema'
import { signedIn } from '../../trpc/access'

export interface PersonalToken {
  id: string
  name: string
  createdAt: string
  expiresAt: string
  /** To the minute; null where it was never used. */
  lastUsedAt: string | null
}

/** One's own personal tokens that can be used, the oldest first. */
export const list = signedIn.query(async ({ ctx }): Promise<PersonalToken[]> => {
  const found = await ctx.database
    .select()
    .from(personalTokens)
    .where(
      and(
        eq(personalTokens.userId, ctx.user.id),
        isNull(personalTokens.revokedAt),
        gt(personalTokens.expiresAt, new Date()),
      ),
    )
    .orderBy(asc(personalTokens.createdAt))
  return found.map(({ id, name, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
})
