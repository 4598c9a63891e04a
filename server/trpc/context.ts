import type { IncomingMessage, ServerResponse } from 'node:http'
import { findTokenOwner } from '../auth/personal-token'
import { findSession, type Me } from '../auth/session'
import { bearerOf } from '../auth/token'
import { addressOf, isSecure } from '../http/peer'
import { readSessionCookie, writeSessionCookie } from '../http/session-cookie'
import type { Services } from '../services'

/** What a procedure knows about the request; one for all the calls of a batch. */
export interface Context extends Services {
  address: string
  authorization: string | undefined
  /** The session cookie's value. */
  session: string | undefined
  /** Who is signed in, or whose personal token it is; looked up once. */
  me(): Promise<Me | null>
  setSession(secret: string | null): void
  retryAfter(seconds: number): void
}

export function createContext(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Context {
  const secure = isSecure(request, services.settings)
  const session = readSessionCookie(request, secure)
  let me: Promise<Me | null> | undefined
  return {
    ...services,
    address: addressOf(request, services.settings),
    authorization: request.headers.authorization,
    session,
    me: () =>
      (me ??= session
        ? findSession(services.database, session)
        : findTokenOwner(services.database, bearerOf(request.headers.authorization))),
    setSession: secret => writeSessionCookie(response, secure, secret),
    retryAfter: seconds => response.setHeader('retry-after', String(seconds)),
  }
}
