import type { IncomingMessage, ServerResponse } from 'node:http'
import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import { loadArtifact, readArtifact } from '../runtime/artifacts'
import { decideInput, tableInput } from '../runtime/inputs'
import { listTables } from '../runtime/list-tables'
import { lookUp } from '../runtime/look-up'
import type { Services } from '../services'
import { answerError } from './answer-error'
import { readBody } from './read-body'

/** How much a request for a decision may bring, in bytes. */
const LIMIT = 2 ** 20

interface Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
}

const CALLS = {
  'tables.get': { methods: ['GET', 'HEAD'], answer: getTable },
  'tables.list': { methods: ['GET', 'HEAD'], answer: list },
  'decisions.decide': { methods: ['GET', 'HEAD', 'POST'], answer: decide },
} satisfies Record<string, { methods: string[]; answer: (services: Services, call: Call) => Promise<void> }>

/**
 * Answers what runtime clients call all day, in tRPC's envelope at tRPC's address, but without tRPC's and Next's work on
 * each request: one query to the database, and bytes that are ready. False where the request is none of these, or one
 * of a batch.
 */
export function answerLean(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): boolean {
  if (!Object.hasOwn(CALLS, path) || query.has('batch')) return false
  const { methods, answer } = CALLS[path as keyof typeof CALLS]
  if (!methods.includes(request.method!)) return false
  answer(services, { request, response, query }).catch(error => answerError(response, error, path))
  return true
}

async function getTable({ pool }: Services, { request, response, query }: Call): Promise<void> {
  const input = parse(tableInput, query.get('input'))
  const { hash } = await lookUp(pool, request.headers.authorization, input)
  const etag = `"${hash}"`
  response.setHeader('etag', etag)
  // A table by its hash never changes; the one in force is asked for anew each time, and is mostly still the same.
  const fresh = input.hash === undefined ? 'private, no-cache' : 'private, max-age=31536000, immutable'
  response.setHeader('cache-control', fresh)
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  respond(response, await readArtifact(pool, hash))
}

async function list({ pool }: Services, { request, response }: Call): Promise<void> {
  const tables = await listTables(pool, request.headers.authorization)
  response.setHeader('cache-control', 'private, no-cache')
  respond(response, JSON.stringify(tables))
}

async function decide({ pool }: Services, { request, response, query }: Call): Promise<void> {
  const text = request.method === 'POST' ? await readBody(request, LIMIT) : query.get('input')
  const input = parse(decideInput, text)
  const { hash } = await lookUp(pool, request.headers.authorization, { policy: input.policy })
  const table = await loadArtifact(pool, hash)
  response.setHeader('cache-control', 'no-store')
  respond(response, JSON.stringify(table.decide(input.facts)))
}

/** `data` is JSON already. */
function respond(response: ServerResponse, data: string): void {
  const body = Buffer.from(`{"result":{"data":${data}}}`)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

function parse<T extends z.ZodType>(schema: T, text: string | null): z.infer<T> {
  let value: unknown
  try {
    value = text === null ? undefined : JSON.parse(text)
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', cause })
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
  return parsed.data
}

/** RFC 9110, 13.1.2: a list of tags or `*`; weak tags count as well. */
function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
