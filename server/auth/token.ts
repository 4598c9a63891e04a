import { hashSecret, randomSecret } from './secret'

const PREFIX = 'remit_'
const CHECK = 6
const FORM = /^remit_([\w-]{43})([0-9a-f]{6})$/

const checkOf = (secret: string) => hashSecret(PREFIX + secret).slice(0, CHECK)

/**
 * A runtime client's token: `remit_`, 256 random bits, and six digits that check them, so that a mistyped token is told
 * without asking the database, and a leaked one is found by scanners.
 */
export function randomToken(): string {
  const secret = randomSecret()
  return PREFIX + secret + checkOf(secret)
}

/** What is kept of a token; null where it cannot be one. */
export function hashToken(token: string): string | null {
  const [, secret, check] = FORM.exec(token) ?? []
  return secret && check === checkOf(secret) ? hashSecret(token) : null
}
