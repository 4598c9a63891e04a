import { z } from 'zod'
import { ROLES, users } from '@/drizzle/schema'
import { personAdded } from '../../audit/named'
import { record } from '../../audit/record'
import { hashPassword, randomPassword } from '../../auth/password'
import { Refusal } from '../../refusal'
import { administrator } from '../../trpc/access'
import { email, line } from '../inputs'
import { type Person, toPerson } from './list'

/** Lets somebody in. Their first password is in the answer, and nowhere else. */
export const create = administrator
  .input(
    z
      .strictObject({ name: line(120), email, role: z.enum(ROLES), approves: z.boolean().default(false) })
      .refine(({ role, approves }) => !(approves && role === 'auditor'), {
        path: ['approves'],
        message: 'is nothing for auditors, who change nothing',
      }),
  )
  .mutation(async ({ ctx, input }): Promise<{ person: Person; password: string }> => {
    const password = randomPassword()
    const hashed = await hashPassword(password)
    return ctx.database.transaction(async transaction => {
      const [made] = await transaction
        .insert(users)
        .values({ ...input, password: hashed })
        .onConflictDoNothing()
        .returning()
      if (!made)
        throw new Refusal('conflict', `Somebody with the e-mail address ${input.email} is here already.`)
      const details = { person: personAdded(made) }
      await record(transaction, { act: 'person.added', by: ctx.user, details })
      return { person: toPerson(made), password }
    })
  })
