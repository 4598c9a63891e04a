import type { RequestListener } from 'node:http'
import { Refusal } from '../refusal'
import type { Services } from '../services'
import { answerError } from './answer-error'
import { answerAuditExport, isAuditExport } from './audit-export'
import { answerHealth } from './health'
import { answerPage, type NextHandler } from './pages'
import { isSecure } from './peer'
import { setSecurityHeaders } from './security-headers'
import { answerTrpc } from './trpc'

const TRPC = '/api/trpc/'

/** Every request comes through here: tRPC and health are answered by this server, everything else by Next. */
export const createListener =
  (services: Services, next: NextHandler): RequestListener =>
  (request, response) => {
    try {
      const url = request.url ?? '/'
      const end = url.indexOf('?')
      const path = end < 0 ? url : url.slice(0, end)
      setSecurityHeaders(response, isSecure(request, services.settings))
      const query = new URLSearchParams(end < 0 ? '' : url.slice(end + 1))
      if (path.startsWith(TRPC)) {
        answerTrpc(services, request, response, decodeURIComponent(path.slice(TRPC.length)), query)
      } else if (path === '/api/health') {
        void answerHealth(services.pool, response)
      } else if (isAuditExport(path)) {
        answerAuditExport(services, request, response, path, query)
      } else {
        answerPage(next, services.settings, request, response, path)
      }
    } catch (error) {
      const unreadable = error instanceof URIError
      answerError(response, unreadable ? new Refusal('malformed', 'The address cannot be read.') : error)
    }
  }
