import type { IncomingMessage } from 'node:http'
import type { Settings } from '../settings'

/** The last value of a header that each proxy adds to: what the nearest one, the one that is trusted, has seen. */
const last = (value: string | string[] | undefined) =>
  String(value ?? '')
    .split(',')
    .at(-1)!
    .trim()

/** Whether the browser speaks https, to us or to the proxy before us. */
export const isSecure = (request: IncomingMessage, { trustProxy }: Settings): boolean =>
  trustProxy && last(request.headers['x-forwarded-proto']) === 'https'

export const addressOf = (request: IncomingMessage, { trustProxy }: Settings): string =>
  (trustProxy && last(request.headers['x-forwarded-for'])) || request.socket.remoteAddress || 'unknown'

/** The host and port that the browser's address bar shows. */
export const hostOf = (request: IncomingMessage, { trustProxy }: Settings): string =>
  (trustProxy && last(request.headers['x-forwarded-host'])) || request.headers.host || ''
