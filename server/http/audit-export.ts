import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { TRPCError } from '@trpc/server'
import { max } from 'drizzle-orm'
import { auditEntries } from '@/drizzle/schema'
import { CSV_HEAD, csvLine } from '../audit/csv'
import { filterInput } from '../audit/filter'
import { entriesAfter, type ReadEntry } from '../audit/read-entries'
import { exportedLine } from '../audit/verify'
import { findSession } from '../auth/session'
import { log } from '../log'
import { Refusal } from '../refusal'
import type { Services } from '../services'
import { answerError } from './answer-error'
import { isSecure } from './peer'
import { readSessionCookie } from './session-cookie'

interface Form {
  type: string
  head: string
  line: (entry: ReadEntry) => string
}

/** What the log is exported as, by the address's end. */
const FORMS: Record<string, Form> = {
  '/api/audit/log.jsonl': {
    type: 'application/jsonl; charset=utf-8',
    head: '',
    line: ({ body, hash }) => exportedLine(body, hash),
  },
  '/api/audit/log.csv': { type: 'text/csv; charset=utf-8; header=present', head: CSV_HEAD, line: csvLine },
}
const CHECKPOINT = /^\/api\/audit\/checkpoint-(\d{1,15})\.json$/
/** How many entries are read at once. */
const PAGE = 500

export const isAuditExport = (path: string) => Object.hasOwn(FORMS, path) || CHECKPOINT.test(path)

/** Answers a GET for the log, or what a filter leaves of it, as a file; or for a checkpoint. To whoever is signed in. */
export function answerAuditExport(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): void {
  const answering = async () => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const session = readSessionCookie(request, isSecure(request, services.settings))
    if (!session || !(await findSession(services.database, session)))
      throw new Refusal('not-signed-in', 'Sign in first.')
    const number = CHECKPOINT.exec(path)?.[1]
    if (number) await sendCheckpoint(services, request, response, Number(number))
    else await sendLog(services, request, response, FORMS[path]!, query)
  }
  answering().catch(error => {
    if (!response.headersSent) return answerError(response, error)
    // A file that ends in the middle of a line must not pass for a whole one.
    log.error({ error: error.stack }, 'an export of the audit log failed')
    response.destroy()
  })
}

async function sendLog(
  { database }: Services,
  request: IncomingMessage,
  response: ServerResponse,
  { type, head, line }: Form,
  query: URLSearchParams,
): Promise<void> {
  const parsed = filterInput.safeParse(Object.fromEntries(query))
  if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
  const filter = parsed.data
  const [last] = await database.select({ seq: max(auditEntries.seq) }).from(auditEntries)
  const upTo = last?.seq ?? 0
  const part = query.size > 0 ? '-part' : ''
  beginFile(response, type, `remit-audit-log${part}-to-${upTo}.${type.includes('csv') ? 'csv' : 'jsonl'}`)
  if (request.method === 'HEAD') return void response.end()
  response.write(head)
  for (let after = 0; ; ) {
    const entries = await entriesAfter(database, { filter, limit: PAGE, after, upTo })
    if (response.destroyed) return
    const room = response.write(entries.map(line).join(''))
    if (entries.length < PAGE) break
    after = entries.at(-1)!.entry.seq
    // Whoever reads slowly is waited for; whoever left is not.
    if (!room) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}

async function sendCheckpoint(
  { pool }: Services,
  request: IncomingMessage,
  response: ServerResponse,
  seq: number,
): Promise<void> {
  const { rows } = await pool.query<{ body: string }>('select body from audit_checkpoints where seq = $1', [
    seq,
  ])
  if (!rows[0]) throw new Refusal('not-found', `There is no checkpoint at entry ${seq}.`)
  beginFile(response, 'application/json', `remit-checkpoint-${seq}.json`)
  response.end(request.method === 'HEAD' ? undefined : `${rows[0].body}\n`)
}

function beginFile(response: ServerResponse, type: string, name: string): void {
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    vary: 'cookie',
  })
}
