import { createHash } from 'node:crypto'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { Refusal } from '../refusal'

/**
 * What approvals are bound to: `sha256-` and the hex digest of the content in RFC 8785 form. Content that has no such
 * form, for half of a surrogate pair in a text, is refused.
 */
export function contentHash(content: unknown): string {
  try {
    return `sha256-${createHash('sha256').update(canonicalJson(content)).digest('hex')}`
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refusal('malformed', `A text of the document cannot be kept for good. ${error.message}`)
  }
}
