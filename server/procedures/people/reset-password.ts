import { z } from 'zod'
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
    await changePerson(ctx.database, id, change, transaction => closeSessionsOf(transaction, id))
    return { password }
  })
