import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { linesOf } from '@/compiler/cli/lines'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { sha256 } from '@/compiler/runtime/sha256'
import { type Checkpoint, readCheckpoint } from '@/server/audit/checkpoint'
import type { EntryBody } from '@/server/audit/record'
import { exportedLine, type Verdict, verifyExport } from '@/server/audit/verify'
import { publicKeyOf, signed } from '@/server/signing/ed25519'
import { type EndorsedKey, endorsementOf } from '@/server/signing/endorsed'

export type Said = Omit<EntryBody, 'seq' | 'at' | 'previous'>
export type Random = (below: number) => number

/** A generator of numbers (mulberry32) that tells the same again for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const NAMES = ['Ada', 'Žofie', 'Grace “the” Hopper', '김', 'O\\Neil\n', '{"entry":{}}']

export const randomSaid = (random: Random): Said => ({
  by: random(5) === 0 ? null : { id: `id-${random(9)}`, name: NAMES[random(NAMES.length)]! },
  act: ['draft.saved', 'version.published', 'session.opened'][random(3)]!,
  ...(random(2) && { policy: 'shipping-promises', from: random(99), to: random(99) }),
  ...(random(3) === 0 && { why: NAMES[random(NAMES.length)]! }),
})

/** The chain of what was said, from some entry on written anew where it is given. */
export function chained(said: readonly Said[]): { text: string; hashes: string[] } {
  const hashes: string[] = []
  const lines = said.map((each, i) => {
    const at = new Date(1.75e12 + i * 1000).toISOString()
    const body = canonicalJson({ ...each, seq: i + 1, at, previous: hashes.at(-1) ?? null })
    hashes.push(`sha256-${sha256(body)}`)
    return exportedLine(body, hashes.at(-1)!)
  })
  return { text: lines.join(''), hashes }
}

export interface Key {
  privateKey: KeyObject
  keys: EndorsedKey[]
}

/** A key, in the place of another where one is given. */
export function newKey(before?: Key): Key {
  const { privateKey, publicKey: made } = generateKeyPairSync('ed25519')
  const publicKey = publicKeyOf(made)
  const endorsement = before
    ? signed(endorsementOf('audit', publicKey, before.keys.at(-1)!.publicKey), before.privateKey)
    : null
  return { privateKey, keys: [...(before?.keys ?? []), { publicKey, endorsement }] }
}

export function checkpointText(
  hashes: readonly string[],
  { privateKey, keys }: Key,
  seq = hashes.length,
): string {
  const at = '2026-11-22T09:00:00.000Z'
  const statement = { format: 'remit-checkpoint/1' as const, seq, hash: hashes[seq - 1]!, at, keys }
  return canonicalJson({ ...statement, signature: signed(statement, privateKey) })
}

export const checkpointOf = (...given: Parameters<typeof checkpointText>): Checkpoint =>
  readCheckpoint(checkpointText(...given))!

/** Verifies as the command line does, from bytes. */
export const verified = (
  log: string | Uint8Array,
  checkpoint: Checkpoint,
  key?: string,
): Promise<Verdict> => {
  const bytes = typeof log === 'string' ? Buffer.from(log) : log
  const stream = (async function* () {
    if (bytes.length > 0) yield bytes
  })()
  return verifyExport(linesOf(stream), checkpoint, key)
}
