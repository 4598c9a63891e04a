import { z } from 'zod'
import { personNamed } from '../../audit/named'
import { record } from '../../audit/record'
import { hashPassword, randomPassword } from '../../auth/password'
import { closeSessionsOf } from '../../auth/session'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'
import { changePerson } from './change-person'

/** A new password for somebody who lost theirs, in the answer and nowhere else. They are signed out everywhere. */
export const resetPassword = administrator
  .input(z.strictObject({ id: uuid }))
  .mutation(async ({ ctx, input: { id } }): Promise<{ password: string }> => {
    const password = randomPassword()
    const change = { password: await hashPassword(password) }
    await changePerson(ctx.database, id, change, async (transaction, person) => {
      await closeSessionsOf(transaction, id)
      const details = { person: personNamed(person) }
      await record(transaction, { act: 'person.password-reset', by: ctx.user, details })
    })
    return { password }
  })
