import { and, eq, isNull } from 'drizzle-orm'
import { users } from '@/drizzle/schema'
import type { Connection, Database } from '../../database/database'
import { Refusal } from '../../refusal'
import { type Person, toPerson } from './list'

type Change = Partial<Pick<typeof users.$inferInsert, 'role' | 'password' | 'removedAt'>>

/**
 * Changes a person, and does `then` with it or not at all. Administrators are locked meanwhile: of two who would
 * remove each other, one comes second and stays, so that there is always somebody who can let people in.
 */
export function changePerson(
  database: Database,
  id: string,
  change: Change,
  then: (transaction: Connection) => Promise<void> = async () => {},
): Promise<Person> {
  return database.transaction(async transaction => {
    const administrators = await transaction
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'administrator'), isNull(users.removedAt)))
      .orderBy(users.id)
      .for('update')
    const steps = change.removedAt || (change.role && change.role !== 'administrator')
    if (steps && administrators.length === 1 && administrators[0]!.id === id)
      throw new Refusal('not-ready', 'This is the only administrator. Make somebody else one first.')
    const [changed] = await transaction
      .update(users)
      .set(change)
      .where(and(eq(users.id, id), isNull(users.removedAt)))
      .returning()
    if (!changed) throw new Refusal('not-found', 'There is no such person, or no longer.')
    await then(transaction)
    return toPerson(changed)
  })
}
