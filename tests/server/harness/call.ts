import type { Finding } from '@/compiler/language/finding'

export interface Caller {
  base: string
  cookie?: string
  token?: string
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  /** The body as it came. */
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every form
  data: any
  error?: {
    message: string
    code: number
    data: {
      code: string
      httpStatus: number
      path?: string
      findings?: Finding[]
      conflict?: { revision: number; savedAt: string; savedBy: string | null }
    }
  }
}

async function request(caller: Caller, path: string, init: RequestInit): Promise<Answer> {
  const headers = {
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(caller.cookie && { cookie: caller.cookie }),
    ...(caller.token && { authorization: `Bearer ${caller.token}` }),
    ...caller.headers,
  }
  const response = await fetch(`${caller.base}/api/trpc/${path}`, { redirect: 'manual', ...init, headers })
  const text = await response.text()
  const body =
    text && response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : {}
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: body.result?.data,
    error: body.error,
  }
}

/** Asks by GET, as for every query. */
export const ask = (caller: Caller, path: string, input?: unknown): Promise<Answer> =>
  request(
    caller,
    input === undefined ? path : `${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
    {},
  )

/** Asks for a change, by POST. */
export const change = (caller: Caller, path: string, input?: unknown): Promise<Answer> =>
  request(caller, path, { method: 'POST', body: JSON.stringify(input) ?? '' })

/** Sends a body as it is. */
export const post = (caller: Caller, path: string, body: string): Promise<Answer> =>
  request(caller, path, { method: 'POST', body })

/** The session cookie of an answer, as a browser would send it back. */
export const cookieOf = (answer: Answer): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

export async function signIn(base: string, email: string, password: string): Promise<Caller> {
  const answer = await change({ base }, 'auth.signIn', { email, password })
  if (!answer.data) throw new Error(`signing in failed: ${answer.text}`)
  return { base, cookie: cookieOf(answer) }
}
