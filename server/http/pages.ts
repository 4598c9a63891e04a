import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log'
import type { Settings } from '../settings'
import { isSecure } from './peer'
import { setContentSecurityPolicy } from './security-headers'
import { readSessionCookie } from './session-cookie'

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const SIGN_IN = '/sign-in'
/** What pages are made of, not pages themselves. */
const ASSET = /^\/_next\/|^\/__nextjs|\.[a-z0-9]{2,5}$/i

/** Hands a request for a page, or for what it is made of, to Next. */
export function answerPage(
  next: NextHandler,
  settings: Settings,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  if (ASSET.test(path)) {
    draw(next, request, response)
    return
  }
  // Pages change nothing; Next's development server has posts of its own.
  if (request.method !== 'GET' && request.method !== 'HEAD' && !settings.development) {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  // A convenience for people, not what guards anything: every procedure asks for itself who calls.
  const signedIn = readSessionCookie(request, isSecure(request, settings)) !== undefined
  if (!signedIn && path !== SIGN_IN && request.headers.accept?.includes('text/html')) {
    const back = path === '/' ? '' : `?next=${encodeURIComponent(request.url!)}`
    response.writeHead(302, { location: SIGN_IN + back, 'cache-control': 'no-store' }).end()
    return
  }
  setContentSecurityPolicy(request, response, settings.development)
  draw(next, request, response)
}

function draw(next: NextHandler, request: IncomingMessage, response: ServerResponse): void {
  next(request, response).catch(error => {
    log.error({ error: error.stack }, 'a page failed')
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
    response.end('Something went wrong on the server.\n')
  })
}
