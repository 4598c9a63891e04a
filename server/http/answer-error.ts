import type { ServerResponse } from 'node:http'
import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server'
import { getErrorShape } from '@trpc/server/unstable-core-do-not-import'
import { isConnectionProblem } from '../database/connection-problem'
import { appRouter } from '../router'

/** Answers with an error as tRPC does, for what does not come to tRPC's own handler. */
export function answerError(response: ServerResponse, thrown: unknown, path?: string): void {
  const error = isConnectionProblem(thrown)
    ? new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: thrown })
    : getTRPCErrorFromUnknown(thrown)
  const config = appRouter._def._config
  const shape = getErrorShape({ config, error, type: 'unknown', path, input: undefined, ctx: undefined })
  if (error.code === 'UNAUTHORIZED') response.setHeader('www-authenticate', 'Bearer')
  response.writeHead(shape.data.httpStatus, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify({ error: shape }))
}
