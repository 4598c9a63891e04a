import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's password storage cheat sheet: N=2^15, r=8, p=3; 32 MB and about a tenth of a second each time. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const LENGTH = 32

// Whatever way a keyboard composes an accent, it is the same password.
const hash = (password: string, salt: Buffer, cost: typeof COST) =>
  derive(password.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: 256 * cost.N * cost.r })

/** `scrypt$N$r$p$salt$hash`: with its parameters, so that they can be raised without locking anybody out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hashed = await hash(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hashed.toString('base64url')].join(
    '$',
  )
}

/** A hash of nothing, so that an e-mail address that nobody has takes as long as one that somebody has. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

export async function verifyPassword(password: string, hashed: string | undefined): Promise<boolean> {
  // Somebody who was removed has an empty one.
  const stored = hashed || NOBODY
  const [, N, r, p, salt, key] = stored.split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const expected = Buffer.from(key!, 'base64url')
  return (
    timingSafeEqual(await hash(password, Buffer.from(salt!, 'base64url'), cost), expected) &&
    stored !== NOBODY
  )
}

// 31 letters and digits that are not mistaken for each other.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for somebody else to type once: 20 letters and digits in fours, 99 bits. */
export function randomPassword(): string {
  const letters: string[] = []
  while (letters.length < 20) {
    const byte = randomBytes(1)[0]!
    // Without the remainder of 256, every letter is equally likely.
    if (byte < 248) letters.push(ALPHABET[byte % 31]!)
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
