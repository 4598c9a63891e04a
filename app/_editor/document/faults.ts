import type { Conflict } from './state'

/** Why a save did not come about. */
export type Fault =
  | { is: 'conflict'; conflict: Conflict | undefined }
  /** Trying again can help: no connection, or the server is in trouble. */
  | { is: 'offline'; message: string }
  /** The session ended: signing in again, in another tab, helps. */
  | { is: 'signed-out'; message: string }
  /** Trying the same again does not help. */
  | { is: 'refused'; message: string }

interface Data {
  code?: string
  conflict?: Conflict
}

const dataOf = (error: unknown): Data | undefined =>
  typeof error === 'object' && error !== null && 'data' in error && error.data
    ? (error.data as Data)
    : undefined

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Reads what tRPC throws. What carries no code never reached our server, or came back from something before it. */
export function faultOf(error: unknown): Fault {
  const data = dataOf(error)
  const message = messageOf(error)
  switch (data?.code) {
    case 'CONFLICT':
      return { is: 'conflict', conflict: data.conflict }
    case 'UNAUTHORIZED':
      return {
        is: 'signed-out',
        message: 'You are signed out. Sign in in another tab; your work is kept here.',
      }
    case 'BAD_REQUEST':
    case 'FORBIDDEN':
    case 'NOT_FOUND':
    case 'PRECONDITION_FAILED':
    case 'UNPROCESSABLE_CONTENT':
    case 'PAYLOAD_TOO_LARGE':
      return { is: 'refused', message }
    default:
      return { is: 'offline', message: data?.code ? message : 'The server cannot be reached.' }
  }
}
