import { z } from 'zod'
import { ROLES } from '@/drizzle/schema'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'
import { changePerson } from './change-person'

/** Holds from the person's next request. */
export const setRole = administrator
  .input(z.strictObject({ id: uuid, role: z.enum(ROLES) }))
  .mutation(({ ctx, input }) => changePerson(ctx.database, input.id, { role: input.role }))
