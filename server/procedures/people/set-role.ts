import { z } from 'zod'
import { ROLES } from '@/drizzle/schema'
import { personNamed } from '../../audit/named'
import { record } from '../../audit/record'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'
import { changePerson } from './change-person'

/** Holds from the person's next request. An auditor changes nothing, and so does not approve either. */
export const setRole = administrator
  .input(z.strictObject({ id: uuid, role: z.enum(ROLES) }))
  .mutation(({ ctx, input: { id, role } }) =>
    changePerson(
      ctx.database,
      id,
      { role, ...(role === 'auditor' && { approves: false }) },
      async (transaction, before) => {
        if (before.role === role) return
        await record(transaction, {
          act: 'person.role-changed',
          by: ctx.user,
          from: before.role,
          to: role,
          details: { person: personNamed(before) },
        })
      },
    ),
  )
