import { and, eq, isNull } from 'drizzle-orm'
import { users } from '@/drizzle/schema'
import type { Database, Transaction } from '../../database/database'
import { Refusal } from '../../refusal'
import { type Person, toPerson } from './list'

type Change = Partial<Pick<typeof users.$inferInsert, 'role' | 'approves' | 'password' | 'removedAt'>>

/**
 * Changes a person, and does `then`, which writes it into the log, with it or not at all. Administrators are locked
 * meanwhile: of two who would remove each other, one comes second and stays, so that there is always somebody who can let
 * people in. Not `for update`: whoever writes into the log, which refers to people, would then wait for this, and this for
 * them.
 */
export function changePerson(
  database: Database,
  id: string,
  change: Change,
  then: (transaction: Transaction, before: typeof users.$inferSelect) => Promise<void>,
): Promise<Person> {
  return database.transaction(async transaction => {
    const administrators = await transaction
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'administrator'), isNull(users.removedAt)))
      .orderBy(users.id)
      .for('no key update')
    const steps = change.removedAt || (change.role && change.role !== 'administrator')
    if (steps && administrators.length === 1 && administrators[0]!.id === id)
      throw new Refusal('not-ready', 'This is the only administrator. Make somebody else one first.')
    const [before] = await transaction
      .select()
      .from(users)
      .where(and(eq(users.id, id), isNull(users.removedAt)))
      .for('no key update')
    if (!before) throw new Refusal('not-found', 'There is no such person, or no longer.')
    const [changed] = await transaction.update(users).set(change).where(eq(users.id, id)).returning()
    await then(transaction, before)
    return toPerson(changed!)
  })
}
