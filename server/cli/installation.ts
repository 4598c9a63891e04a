import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { Refused } from '../../compiler/cli/exit'
import type { AppRouter } from '../router'

export const HOME = 'http://localhost:3000'

/** What the help says of reaching an installation. */
export const REACHING = [
  'Where it is, and who you are, is in the environment:',
  `  REMIT_URL     the address of the installation; ${HOME}`,
  '  REMIT_TOKEN   a personal token, from “Personal tokens” in the menu of your name',
]

/** An installation, as the person whose token it is. @throws Refused where the environment does not say enough. */
export function installation(env: NodeJS.ProcessEnv = process.env) {
  const at = addressOf(env.REMIT_URL || HOME)
  const token = env.REMIT_TOKEN?.trim()
  if (!token)
    throw new Refused('REMIT_TOKEN is not set: make a personal token in Remit, in the menu of your name.')
  const headers = { authorization: `Bearer ${token}` }
  return { at, api: createTRPCClient<AppRouter>({ links: [httpLink({ url: `${at}/api/trpc`, headers })] }) }
}
export type Installation = ReturnType<typeof installation>

function addressOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refused(`REMIT_URL is “${given}”, which is no address such as ${HOME}.`)
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  // Whoever reads along would have the token.
  if (url.protocol === 'http:' && !here)
    throw new Refused(
      `REMIT_URL is ${url.origin}: a token is sent over HTTPS only, but to this machine itself.`,
    )
  return url.origin
}

/** What the installation answers; what it refuses, as a message. @throws Refused */
export async function answered<T>(at: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (caught) {
    if (!(caught instanceof TRPCClientError)) throw caught
    const code: unknown = caught.data?.code
    if (code === undefined)
      throw new Refused(`No Remit answers at ${at}: ${caught.cause?.message ?? caught.message}.`)
    if (code === 'UNAUTHORIZED')
      throw new Refused(
        'REMIT_TOKEN is not known here: it was revoked, has run out, or is of another installation.',
      )
    throw new Refused(caught.message, code === 'CONFLICT' ? 1 : 2)
  }
}
