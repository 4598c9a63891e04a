import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { hashPassword, verifyPassword } from '../../auth/password'
import { closeSessionsOf, openSession } from '../../auth/session'
import { Refusal } from '../../refusal'
import { signedIn } from '../../trpc/access'

const next = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(1000, 'must have at most 1000 characters')

/** Changes one's own password, and signs out every other browser. */
export const changePassword = signedIn
  .input(z.strictObject({ current: z.string().max(1000), next }))
  .mutation(async ({ ctx, input }): Promise<null> => {
    const { id, email } = ctx.user
    const wait = ctx.attempts.begin(email, ctx.address)
    if (wait > 0)
      throw new Refusal('too-often', `Too many failed attempts. Wait ${wait} seconds, then try again.`)
    const [user] = await ctx.database.select().from(users).where(eq(users.id, id))
    if (!(await verifyPassword(input.current, user?.password)))
      throw new Refusal('not-allowed', 'The current password is not right.')
    ctx.attempts.succeed(email, ctx.address)
    const password = await hashPassword(input.next)
    const secret = await ctx.database.transaction(async transaction => {
      await transaction.update(users).set({ password }).where(eq(users.id, id))
      await closeSessionsOf(transaction, id)
      const opened = await openSession(transaction, id)
      await record(transaction, { act: 'password.changed', by: ctx.user })
      return opened
    })
    ctx.setSession(secret)
    return null
  })
