import { z } from 'zod'
import { personNamed } from '../../audit/named'
import { record } from '../../audit/record'
import { closeSessionsOf } from '../../auth/session'
import { Refusal } from '../../refusal'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'
import { changePerson } from './change-person'

/** Lets somebody in no more. What they drew and published keeps their name. */
export const remove = administrator
  .input(z.strictObject({ id: uuid }))
  .mutation(async ({ ctx, input: { id } }): Promise<null> => {
    if (id === ctx.user.id)
      throw new Refusal('not-ready', 'You cannot remove yourself; another administrator can.')
    // No password's hash is of this form: nobody can sign in with it.
    const change = { removedAt: new Date(), password: '' }
    await changePerson(ctx.database, id, change, async (transaction, person) => {
      await closeSessionsOf(transaction, id)
      const details = { person: personNamed(person) }
      await record(transaction, { act: 'person.removed', by: ctx.user, details })
    })
    return null
  })
