import type { Role } from '@/drizzle/schema'
import { Refusal } from '../refusal'
import { procedure } from './trpc'

const NAMES: Record<Role, string> = {
  manager: 'managers',
  auditor: 'auditors',
  administrator: 'administrators',
}

const byToken = (...roles: [Role, ...Role[]]) =>
  procedure.use(async ({ ctx, next }) => {
    const me = await ctx.me()
    if (!me) throw new Refusal('not-signed-in', 'Sign in first.')
    if (!roles.includes(me.role)) {
      const who = roles.map(role => NAMES[role]).join(' and ')
      throw new Refusal('not-allowed', `Only ${who} may do this.`)
    }
    return next({ ctx: { user: me } })
  })

/** Not by a token: what one may do on the command line is what pulling and pushing take, and no more. */
const only = (...roles: [Role, ...Role[]]) =>
  byToken(...roles).use(({ ctx, next }) => {
    if (ctx.user.by === 'token')
      throw new Refusal(
        'not-allowed',
        'A personal token is for pulling and pushing policies; sign in for this.',
      )
    return next()
  })

/** Whoever is signed in: seeing is for everybody. */
export const signedIn = only('manager', 'auditor', 'administrator')
/** Who draws and proposes policies, and publishes what was approved. */
export const editor = only('manager', 'administrator')
/** Who may agree to what others propose: a right of its own. */
export const approver = editor.use(({ ctx, next }) => {
  if (!ctx.user.approves)
    throw new Refusal('not-allowed', 'Only people who have the right to approve may do this.')
  return next({ ctx })
})
/** Who looks after people and clients. */
export const administrator = only('administrator')

/** As `signedIn` and `editor`, for what is done from the command line, too. */
export const signedInOrToken = byToken('manager', 'auditor', 'administrator')
export const editorOrToken = byToken('manager', 'administrator')
