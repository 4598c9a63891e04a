import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/drizzle/schema'
import { personNamed } from '../../audit/named'
import { record } from '../../audit/record'
import { Refusal } from '../../refusal'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'
import { changePerson } from './change-person'

/** Gives somebody the right to approve, or takes it; what they have approved and is open then counts no more. */
export const setApproves = administrator
  .input(z.strictObject({ id: uuid, approves: z.boolean() }))
  .mutation(async ({ ctx, input: { id, approves } }) => {
    const [person] = await ctx.database.select({ role: users.role }).from(users).where(eq(users.id, id))
    if (approves && person?.role === 'auditor')
      throw new Refusal('not-ready', 'Auditors change nothing, and so do not approve either.')
    return changePerson(ctx.database, id, { approves }, async (transaction, before) => {
      if (before.approves === approves) return
      await record(transaction, {
        act: approves ? 'person.may-approve' : 'person.may-not-approve',
        by: ctx.user,
        details: { person: personNamed(before) },
      })
    })
  })
