import { z } from 'zod'
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
    await changePerson(ctx.database, id, change, transaction => closeSessionsOf(transaction, id))
    return null
  })
