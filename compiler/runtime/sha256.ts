/*
 * SHA-256 (FIPS 180-4). Written out here because the runtime stands alone, and because what a browser offers for it is
 * asynchronous and missing from pages that were not fetched over TLS.
 */

/** The first 32 bits of the fractional part of a root of each of the first primes. */
const rootsOfPrimes = (count: number, root: (n: number) => number): Int32Array => {
  const words = new Int32Array(count)
  for (let n = 2, found = 0; found < count; n++) {
    let prime = true
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0
    if (prime) words[found++] = (root(n) % 1) * 2 ** 32
  }
  return words
}

const START = rootsOfPrimes(8, Math.sqrt)
const ROUND = rootsOfPrimes(64, Math.cbrt)

/** The hexadecimal SHA-256 digest of a text in UTF-8. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const state = START.slice()
  const whole = bytes.length - (bytes.length % 64)
  blocks(state, new DataView(bytes.buffer, bytes.byteOffset, whole))

  // The rest, a bit that is 1, and the length in bits: in one block or two.
  const rest = bytes.subarray(whole)
  const last = new Uint8Array(rest.length < 56 ? 64 : 128)
  last.set(rest)
  last[rest.length] = 0x80
  const end = new DataView(last.buffer)
  end.setUint32(last.length - 8, Math.floor(bytes.length / 2 ** 29))
  end.setUint32(last.length - 4, bytes.length * 8)
  blocks(state, end)

  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function blocks(state: Int32Array, data: DataView) {
  const w = new Int32Array(64)
  for (let at = 0; at < data.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = data.getInt32(at + 4 * i)
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!
      const y = w[i - 2]!
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
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
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      const most = (a & b) ^ (a & c) ^ (b & c)
      c = b
      b = a
      a = (t1 + s0 + most) | 0
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
    state[4]! += e
    state[5]! += f
    state[6]! += g
    state[7]! += h
  }
}
