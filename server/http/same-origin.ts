import type { IncomingMessage } from 'node:http'
import type { Settings } from '../settings'
import { hostOf } from './peer'

/**
 * Whether a request that changes something may have been sent by our own pages: not by another site's, in the name of
 * whoever is signed in here. Browsers say where a request comes from in one of two headers; what sends neither is no
 * browser, and carries no cookie but one that it was given on purpose.
 */
export function isSameOrigin(request: IncomingMessage, settings: Settings): boolean {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (!origin) return true
  try {
    return new URL(origin).host === hostOf(request, settings)
  } catch {
    return false
  }
}
