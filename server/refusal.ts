import { TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import type { Finding } from '@/compiler/language/finding'

/** Who saved in between. */
export interface Conflict {
  revision: number
  savedAt: string
  savedBy: string | null
}

export interface RefusalDetails {
  findings?: Finding[]
  conflict?: Conflict
  /** For slowed sign-ins: when to try again, in seconds. */
  retryAfter?: number
}

/** The reasons for which Remit refuses, and what they are called over HTTP. */
const CODES = {
  malformed: 'BAD_REQUEST',
  'not-signed-in': 'UNAUTHORIZED',
  'not-allowed': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'not-ready': 'PRECONDITION_FAILED',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'too-often': 'TOO_MANY_REQUESTS',
} as const satisfies Record<string, TRPC_ERROR_CODE_KEY>
export type Reason = keyof typeof CODES

/** A request that is refused for a reason; the message is a sentence that can be shown to a person. */
export class Refusal extends TRPCError {
  readonly details: RefusalDetails
  constructor(reason: Reason, message: string, details: RefusalDetails = {}) {
    super({ code: CODES[reason], message })
    this.details = details
  }
}
