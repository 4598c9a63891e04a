import { Kept, type Memory } from '../memory/memory'
import { blocksOf, digestOf, START, withBlocks } from '../runtime/sha256'

/** How many bytes lie between two places at which hashing may begin again. */
const APART = 1024

/** A text that was hashed, with the state before each place at which hashing may begin again. */
interface Hashed {
  data: DataView
  states: readonly Int32Array[]
}

/** The last text of each tier. */
class HashedBefore extends Kept<Hashed> {}

/**
 * The hexadecimal SHA-256 digest of a tier's text. What it begins with is mostly what another tier's begins with, or what
 * this one's was before the last edit: hashing goes on from there.
 */
export function resumedHash(memory: Memory, tier: string, text: string): string {
  const before = memory.shelf(HashedBefore)
  const data = blocksOf(text)
  let states: Int32Array[] = [START]
  for (const known of before.values()) {
    const shared = Math.floor(commonBytes(known.data, data) / APART)
    if (shared >= states.length) states = known.states.slice(0, shared + 1)
  }
  let state = states.at(-1)!
  for (let at = (states.length - 1) * APART; ; ) {
    const next = Math.min(at + APART, data.byteLength)
    state = withBlocks(state, new DataView(data.buffer, at, next - at))
    if (next === data.byteLength) break
    states.push(state)
    at = next
  }
  before.set(tier, { data, states })
  return digestOf(state)
}

/** How many bytes two texts begin with are the same, in whole words. */
function commonBytes(a: DataView, b: DataView): number {
  const length = Math.min(a.byteLength, b.byteLength) >> 2
  const [one, other] = [new Int32Array(a.buffer), new Int32Array(b.buffer)]
  let same = 0
  while (same < length && one[same] === other[same]) same++
  return same * 4
}
