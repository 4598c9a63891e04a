import { randomBytes } from 'node:crypto'
import type { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { z } from 'zod'
import type { Finding } from '@/compiler/language/finding'
import { formFindings } from '@/compiler/language/form-findings'
import { log } from '../log'
import { type Conflict, Refusal } from '../refusal'

/** What `error.data` carries over the API. */
export interface ErrorData {
  code: TRPC_ERROR_CODE_KEY
  httpStatus: number
  path?: string
  findings?: Finding[]
  conflict?: Conflict
}

/** Words for what tRPC itself refuses. */
const WORDS: Record<TRPC_ERROR_CODE_KEY, string> = {
  PARSE_ERROR: 'The request is not valid JSON.',
  BAD_REQUEST: 'The request does not have the expected form.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on the server.',
  NOT_IMPLEMENTED: 'There is no such procedure.',
  BAD_GATEWAY: 'Another server did not answer.',
  SERVICE_UNAVAILABLE: 'The database cannot be reached at the moment. Try again shortly.',
  GATEWAY_TIMEOUT: 'Another server did not answer in time.',
  UNAUTHORIZED: 'Sign in first.',
  PAYMENT_REQUIRED: 'This is not available.',
  FORBIDDEN: 'You may not do this.',
  NOT_FOUND: 'There is no such procedure.',
  METHOD_NOT_SUPPORTED: 'A change has to be asked for by POST, and a query by GET.',
  TIMEOUT: 'The request took too long.',
  CONFLICT: 'Somebody else was quicker.',
  PRECONDITION_FAILED: 'This is not possible in this state.',
  PAYLOAD_TOO_LARGE: 'The request is too large.',
  UNSUPPORTED_MEDIA_TYPE: 'Requests are sent as application/json.',
  UNPROCESSABLE_CONTENT: 'The request cannot be carried out.',
  PRECONDITION_REQUIRED: 'The request lacks a condition.',
  TOO_MANY_REQUESTS: 'Too many requests. Wait a little.',
  CLIENT_CLOSED_REQUEST: 'The request was given up.',
}

/** The message and the details of an error, of whatever kind; what nobody expected is logged and not shown. */
export function describeError(error: TRPCError, path: string | undefined) {
  if (error instanceof Refusal) {
    const { findings, conflict } = error.details
    return { message: error.message, findings, conflict }
  }
  if (error.cause instanceof z.ZodError) {
    const findings = formFindings(error.cause.issues, 'The request')
    return { message: `The request does not have the expected form: ${findings[0]?.message ?? ''}`, findings }
  }
  if (error.cause instanceof SyntaxError) return { message: WORDS.PARSE_ERROR }
  if (error.code !== 'INTERNAL_SERVER_ERROR') return { message: WORDS[error.code] }
  const id = randomBytes(4).toString('hex')
  log.error({ id, path, error: error.cause?.stack ?? error.stack }, 'a request failed')
  return { message: `${WORDS.INTERNAL_SERVER_ERROR} Its log has the details, under ${id}.` }
}
