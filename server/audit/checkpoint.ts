import { z } from 'zod'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { isSigned } from '../signing/ed25519'

const hash = z.string().regex(/^sha256-[0-9a-f]{64}$/)

/** A signed statement that at a time the log had this entry, with this hash, at its end. */
const checkpointSchema = z.strictObject({
  format: z.literal('remit-checkpoint/1'),
  /** The number of the last entry, and its hash. */
  seq: z.int().positive(),
  hash,
  at: z.iso.datetime(),
  /** The key that signed comes last; before it those whose place it took, each with what the one before says for it. */
  keys: z
    .array(z.strictObject({ publicKey: z.string(), endorsement: z.string().nullable() }))
    .min(1)
    .max(1000),
  signature: z.string(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

/**
 * A checkpoint from its text. Null where it is none: one has exactly one text, canonical JSON, with or without a line's
 * end behind it, so that no byte of it can be another.
 */
export function readCheckpoint(text: string): Checkpoint | null {
  try {
    const read = checkpointSchema.parse(JSON.parse(text))
    const exact = canonicalJson(read)
    return text === exact || text === `${exact}\n` ? read : null
  } catch {
    return null
  }
}

/** Whether a checkpoint was signed by the key that it names. Whose key that is, it cannot say itself. */
export const isGenuine = ({ signature, ...statement }: Checkpoint): boolean =>
  isSigned(statement, signature, statement.keys.at(-1)!.publicKey)
