import { asc, isNull } from 'drizzle-orm'
import { type Role, users } from '@/drizzle/schema'
import { administrator } from '../../trpc/access'

export interface Person {
  id: string
  name: string
  email: string
  role: Role
  /** Whether they have the right to approve what others propose. */
  approves: boolean
  createdAt: string
}

export const toPerson = ({
  id,
  name,
  email,
  role,
  approves,
  createdAt,
}: typeof users.$inferSelect): Person => ({
  id,
  name,
  email,
  role,
  approves,
  createdAt: createdAt.toISOString(),
})

/** Everybody who can sign in, by name. */
export const list = administrator.query(async ({ ctx }): Promise<Person[]> => {
  const found = await ctx.database
    .select()
    .from(users)
    .where(isNull(users.removedAt))
    .orderBy(asc(users.name))
  return found.map(toPerson)
})
