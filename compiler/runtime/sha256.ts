/*
 * SHA-256 (FIPS 180-4). Written out here because the runtime stands alone, and because what a browser offers for it is
 * asynchronous and missing from pages that were not fetched over TLS.
 */

/** The first 32 bits of the fractional part of a root of each of the first primes. */
const rootsOfPrimes = (count: number, root: (n: number) => number): Int32Array => {
  const words = new Int32Array(count)
  for (let n = 2, found = 0; found < count; n++) {
    let prime = true
    for (let d = 2; d < n && prime; d++) prime = n % d > 0
    if (prime) words[found++] = (root(n) % 1) * 2 ** 32
  }
  return words
}

/** The state before the first block. */
export const START = rootsOfPrimes(8, Math.sqrt)
const ROUND = rootsOfPrimes(64, Math.cbrt)

/** The bits of a word, moved to the right by some places and around: of how far to the left, 32 do not count. */
const turned = (word: number, by: number) => (word >>> by) | (word << -by)

/** A text in UTF-8, padded to whole blocks of 64 bytes. */
export function blocksOf(text: string): DataView {
  const bytes = new TextEncoder().encode(text)
  // A bit that is 1 and the length in bits come behind the text, and zeros between, up to the end of a block.
  const padded = new Uint8Array((bytes.length + 72) & -64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const data = new DataView(padded.buffer)
  data.setBigUint64(padded.length - 8, BigInt(bytes.length * 8))
  return data
}

/** The state in which the digest is worked out, with more blocks taken in. */
export function withBlocks(before: Int32Array, data: DataView): Int32Array {
  const state = before.slice()
  const w = new Int32Array(64)
  for (let at = 0; at < data.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = data.getInt32(at + 4 * i)
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
    }
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    let e = state[4]!
    let f = state[5]!
    let g = state[6]!
    let h = state[7]!
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      const most = (a & b) | (c & (a | b))
      c = b
      b = a
      a = (t1 + s0 + most) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i]! += word
    })
  }
  return state
}

/** The digest of all blocks that the state has taken in, hexadecimal. */
export const digestOf = (state: Int32Array): string =>
  Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')

/** The hexadecimal SHA-256 digest of a text in UTF-8. */
export const sha256 = (text: string): string => digestOf(withBlocks(START, blocksOf(text)))
