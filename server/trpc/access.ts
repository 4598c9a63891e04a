import type { Role } from '@/drizzle/schema'
import { Refusal } from '../refusal'
import { procedure } from './trpc'

const NAMES: Record<Role, string> = {
  manager: 'managers',
  auditor: 'auditors',
  administrator: 'administrators',
}

const only = (...roles: [Role, ...Role[]]) =>
  procedure.use(async ({ ctx, next }) => {
    const me = await ctx.me()
    if (!me) throw new Refusal('not-signed-in', 'Sign in first.')
    if (!roles.includes(me.role)) {
      const who = roles.map(role => NAMES[role]).join(' and ')
      throw new Refusal('not-allowed', `Only ${who} may do this.`)
    }
    return next({ ctx: { user: me } })
  })

/** Whoever is signed in: seeing is for everybody. */
export const signedIn = only('manager', 'auditor', 'administrator')
/** Who draws and publishes policies. */
export const editor = only('manager', 'administrator')
/** Who looks after people and clients. */
export const administrator = only('administrator')
