import type { IncomingMessage } from 'node:http'
import { Refusal } from '../refusal'

/** The whole body of a request as text; refused as soon as it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed on refusal: the answer has to get out on the same connection. Node discards the rest.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export const tooLarge = (limit: number) =>
  new Refusal('too-large', `The request is too large: at most ${limit / 2 ** 20} MB are read.`)
