import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { personalTokens, users } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import type { Me } from './session'
import { hashPersonalToken } from './token'

/** Whose token it is; null where it is none, was revoked, or has run out, or its owner has left. */
export async function findTokenOwner(database: Connection, token: string): Promise<Me | null> {
  const hash = hashPersonalToken(token)
  if (!hash) return null
  const [found] = await database
    .select({
      token: personalTokens.id,
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      approves: users.approves,
    })
    .from(personalTokens)
    .innerJoin(users, eq(users.id, personalTokens.userId))
    .where(
      and(
        eq(personalTokens.tokenHash, hash),
        isNull(personalTokens.revokedAt),
        gt(personalTokens.expiresAt, new Date()),
        isNull(users.removedAt),
      ),
    )
  if (!found) return null
  const { token: id, ...me } = found
  await noteUse(database, id)
  return { ...me, by: 'token' }
}

/** To the minute: a pipeline that asks a hundred times writes once. */
async function noteUse(database: Connection, id: string): Promise<void> {
  const earlier = or(
    isNull(personalTokens.lastUsedAt),
    lt(personalTokens.lastUsedAt, sql`date_trunc('minute', now())`),
  )
  await database
    .update(personalTokens)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(personalTokens.id, id), earlier))
}
