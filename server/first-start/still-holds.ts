import { and, eq, isNull } from 'drizzle-orm'
import { clients, policies, users } from '@/drizzle/schema'
import { verifyPassword } from '../auth/password'
import { hashToken } from '../auth/token'
import type { Database } from '../database/database'
import { forget, readKept } from './kept-file'
import { FIRST_PEOPLE, type FirstPerson } from './seed'

/** The sign-in of one of the first people, for as long as its password was not changed; then it is forgotten. */
export async function firstSignIn(database: Database, dataDirectory: string, who: FirstPerson) {
  const password = readKept(dataDirectory, who)
  if (!password) return null
  const { email } = FIRST_PEOPLE[who]
  const [user] = await database
    .select({ password: users.password })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.removedAt)))
  if (user && (await verifyPassword(password, user.password))) return { email, password }
  forget(dataDirectory, who)
  return null
}

/** The demonstration's token, until it is revoked, and only while the sample that it is for is there. */
export async function demonstrationToken(database: Database, dataDirectory: string, policy: string) {
  const token = readKept(dataDirectory, 'demonstration-token')
  const tokenHash = token && hashToken(token)
  if (!tokenHash) return null
  const [client] = await database
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.tokenHash, tokenHash), isNull(clients.revokedAt)))
  if (!client) {
    forget(dataDirectory, 'demonstration-token')
    return null
  }
  const [sample] = await database.select({ id: policies.id }).from(policies).where(eq(policies.name, policy))
  return sample ? token : null
}
