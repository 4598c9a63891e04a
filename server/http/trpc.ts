import type { IncomingMessage, ServerResponse } from 'node:http'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { Refusal } from '../refusal'
import { appRouter } from '../router'
import type { Services } from '../services'
import { createContext } from '../trpc/context'
import { answerError } from './answer-error'
import { answerLean } from './lean'
import { tooLarge } from './read-body'
import { isSameOrigin } from './same-origin'

/** The largest document that can be saved, with its envelope, in bytes. */
const LIMIT = 16 * 2 ** 20

/** Answers everything under `/api/trpc/`; `path` is what follows. */
export function answerTrpc(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): void {
  response.setHeader('vary', 'authorization, cookie')
  if (answerLean(services, request, response, path, query)) return
  if (request.method !== 'GET' && !isSameOrigin(request, services.settings)) {
    answerError(response, new Refusal('not-allowed', 'Changes are made from Remit’s own pages only.'), path)
    return
  }
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) {
    answerError(response, tooLarge(LIMIT), path)
    return
  }
  response.setHeader('cache-control', 'no-store')
  nodeHTTPRequestHandler({
    router: appRouter,
    req: request,
    res: response,
    path,
    maxBodySize: LIMIT,
    createContext: () => createContext(services, request, response),
  }).catch(error => answerError(response, error, path))
}
