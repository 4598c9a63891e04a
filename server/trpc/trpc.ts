import { initTRPC, TRPCError } from '@trpc/server'
import { isConnectionProblem } from '../database/connection-problem'
import type { Context } from './context'
import { describeError, type ErrorData } from './error-shape'

const t = initTRPC.context<Context>().create({
  isDev: false, // no stack traces in answers
  errorFormatter: ({ shape, error, path }) => {
    const { message, ...details } = describeError(error, path)
    const data: ErrorData = { code: error.code, httpStatus: shape.data.httpStatus, path, ...details }
    return { ...shape, message, data }
  },
})

export const { router } = t

/** Open to everybody; what only some may do begins with one of `access.ts`. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && isConnectionProblem(result.error.cause))
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: result.error.cause })
  return result
})
