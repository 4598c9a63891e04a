import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/drizzle/schema'
import { record } from '../../audit/record'
import { verifyPassword } from '../../auth/password'
import { closeSession, type Me, openSession } from '../../auth/session'
import { Refusal } from '../../refusal'
import { procedure } from '../../trpc/trpc'

/** Opens a session in this browser. What is wrong, the e-mail address or the password, is not said. */
export const signIn = procedure
  .input(z.strictObject({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1000) }))
  .mutation(async ({ ctx, input }): Promise<Me> => {
    const wait = ctx.attempts.begin(input.email, ctx.address)
    if (wait > 0) {
      ctx.retryAfter(wait)
      throw new Refusal('too-often', `Too many failed attempts. Wait ${inWords(wait)}, then try again.`)
    }
    const [user] = await ctx.database
      .select()
      .from(users)
      .where(and(eq(users.email, input.email.replaceAll('\0', '')), isNull(users.removedAt)))
    if (!(await verifyPassword(input.password, user?.password)) || !user)
      throw new Refusal('not-signed-in', 'This e-mail address and password do not belong together.')
    ctx.attempts.succeed(input.email, ctx.address)
    const secret = await ctx.database.transaction(async transaction => {
      if (ctx.session) await closeSession(transaction, ctx.session)
      const opened = await openSession(transaction, user.id)
      await record(transaction, { act: 'session.opened', by: user })
      return opened
    })
    ctx.setSession(secret)
    const { id, name, email, role, approves } = user
    return { id, name, email, role, approves, by: 'session' }
  })

function inWords(seconds: number): string {
  const [count, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
