import { createHash } from 'node:crypto'
import type { Line } from '@/compiler/cli/lines'
import { vouchers } from '../signing/endorsed'
import { type Checkpoint, isGenuine } from './checkpoint'

export interface Problem {
  /** Of the export, from 1; left out where it is about the checkpoint. */
  line?: number
  says: string
}

/** What was found out about an export of the log. */
export interface Verdict {
  /** Nothing was changed, removed, reordered, put in or cut off up to the checkpoint. */
  proved: boolean
  /** The first that were found, ten at most. */
  problems: Problem[]
  /** How many lines there are. */
  entries: number
  /** How many of them came after the checkpoint, which says nothing about them. */
  after: number
}

const MOST = 10
/** A line is exactly this: every byte of it is either one of these, or hashed, or the hash. */
const BEGINS = Buffer.from('{"entry":')
const HASH = /^,"hash":"(sha256-[0-9a-f]{64})"\}$/
const HASH_LENGTH = ',"hash":"sha256-"}'.length + 64

/** The line that an entry is exported as; `body` is its exact text. */
export const exportedLine = (body: string, hash: string) => `{"entry":${body},"hash":"${hash}"}\n`

/**
 * Verifies an export of the whole log against a checkpoint. `key` is the fingerprint of a key that is known to be the
 * installation's: the checkpoint has to be signed by it, or by one that it vouches for.
 */
export async function verifyExport(
  lines: AsyncIterable<Line> | Iterable<Line>,
  checkpoint: Checkpoint,
  key?: string,
): Promise<Verdict> {
  const problems = checkpointProblems(checkpoint, key)
  const found = (line: number, says: string) => problems.length < MOST && problems.push({ line, says })
  let previous: string | null = null
  let count = 0
  for await (const { number, bytes, ended } of lines) {
    count = number
    if (!ended) found(number, 'is cut off: it has no end.')
    const entry = bytes && readLine(bytes)
    if (!entry) {
      found(number, 'is not an entry of the log as it is exported.')
      previous = null
      continue
    }
    const { body, hash } = entry
    if (`sha256-${createHash('sha256').update(body).digest('hex')}` !== hash)
      found(number, 'was changed: what it says does not have its hash.')
    const said = readBody(body)
    if (said?.seq !== number)
      found(number, `should be entry ${number} of the log, and is ${said ? `entry ${said.seq}` : 'none'}.`)
    else if (previous !== null && said.previous !== previous)
      found(
        number,
        `does not follow the line before it: one of the two was changed, or something between them was removed or put in.`,
      )
    if (number === checkpoint.seq && hash !== checkpoint.hash)
      found(number, 'is another entry than the one that the checkpoint was made at: the log was rewritten.')
    previous = hash
  }
  if (count < checkpoint.seq)
    found(
      count + 1,
      `is missing: the log was cut off after entry ${count}; when the checkpoint was made, it had ${checkpoint.seq}.`,
    )
  const after = Math.max(0, count - checkpoint.seq)
  return { proved: problems.length === 0, problems, entries: count, after }
}

function checkpointProblems(checkpoint: Checkpoint, key: string | undefined): Problem[] {
  if (!isGenuine(checkpoint))
    return [{ says: 'The checkpoint was changed, or is not from Remit: its signature does not hold.' }]
  if (key === undefined || vouchers('audit', checkpoint.keys).includes(key)) return []
  return [
    { says: `The checkpoint was signed by another key than ${key}, and that one does not vouch for it.` },
  ]
}

function readLine(bytes: Uint8Array): { body: Uint8Array; hash: string } | null {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (line.length < BEGINS.length + HASH_LENGTH || !line.subarray(0, BEGINS.length).equals(BEGINS))
    return null
  const hash = HASH.exec(line.subarray(-HASH_LENGTH).toString('latin1'))?.[1]
  return hash === undefined ? null : { body: line.subarray(BEGINS.length, -HASH_LENGTH), hash }
}

/** What chains an entry to the one before it; null where the bytes are no entry. */
function readBody(body: Uint8Array): { seq: unknown; previous: unknown } | null {
  try {
    const { seq, previous } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return { seq, previous }
  } catch {
    return null
  }
}
