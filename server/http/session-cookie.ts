import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_DAYS } from '../auth/session'

/**
 * Over https the name's prefix makes browsers refuse a cookie of that name from anywhere else. Browsers do not take a
 * Secure cookie from http://localhost, so there it has a plain name.
 */
const nameOf = (secure: boolean) => (secure ? '__Host-remit' : 'remit')

export function readSessionCookie(request: IncomingMessage, secure: boolean): string | undefined {
  const start = `${nameOf(secure)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(start))?.slice(start.length) || undefined
}

/** `null` takes the cookie back. */
export function writeSessionCookie(response: ServerResponse, secure: boolean, secret: string | null): void {
  const fields = [
    `${nameOf(secure)}=${secret ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${secret === null ? 0 : SESSION_DAYS * 86_400}`,
  ]
  if (secure) fields.push('Secure')
  response.setHeader('set-cookie', fields.join('; '))
}
