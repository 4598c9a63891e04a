import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { type Role, sessions, users } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { hashSecret, randomSecret } from './secret'

/** A person as they see themselves. */
export interface Me {
  id: string
  name: string
  email: string
  role: Role
  /** Whether they have the right to approve what others propose. */
  approves: boolean
  /** Signed in, or by a personal token on the command line, which may do less. */
  by: 'session' | 'token'
}

export const SESSION_DAYS = 14

/** Opens a session and returns the cookie's value, which is kept nowhere. */
export async function openSession(database: Connection, userId: string): Promise<string> {
  const secret = randomSecret()
  await database.delete(sessions).where(lt(sessions.expiresAt, new Date()))
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await database.insert(sessions).values({ hash: hashSecret(secret), userId, expiresAt })
  return secret
}

/** Whose session it is; null where it has ended. Roles are read each time: a change holds from the next request. */
export async function findSession(database: Connection, secret: string): Promise<Me | null> {
  const [me] = await database
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      approves: users.approves,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.hash, hashSecret(secret)), gt(sessions.expiresAt, new Date()), isNull(users.removedAt)),
    )
  return me ? { ...me, by: 'session' } : null
}

/** Ends a session. Returns whose it was; null where it had ended before. */
export async function closeSession(
  database: Connection,
  secret: string,
): Promise<Pick<Me, 'id' | 'name'> | null> {
  const [closed] = await database
    .delete(sessions)
    .where(eq(sessions.hash, hashSecret(secret)))
    .returning({ userId: sessions.userId })
  if (!closed) return null
  const [who] = await database
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.id, closed.userId))
  return who ?? null
}

/** Signs a person out everywhere. */
export async function closeSessionsOf(database: Connection, userId: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.userId, userId))
}
