import { hashSecret, randomSecret } from './secret'

const CHECK = 6

/**
 * Tokens of one kind: a prefix, 256 random bits, and six digits that check them, so that a mistyped token is told without
 * asking the database, and a leaked one is found by scanners.
 */
function tokensOf(prefix: string) {
  const form = new RegExp(`^${prefix}([\\w-]{43})([0-9a-f]{6})$`)
  const checkOf = (secret: string) => hashSecret(prefix + secret).slice(0, CHECK)
  return {
    random: () => {
      const secret = randomSecret()
      return prefix + secret + checkOf(secret)
    },
    /** What is kept of a token; null where it cannot be one. */
    hash: (token: string): string | null => {
      const [, secret, check] = form.exec(token) ?? []
      return secret && check === checkOf(secret) ? hashSecret(token) : null
    },
  }
}

/** A runtime client's. */
export const { random: randomToken, hash: hashToken } = tokensOf('remit_')

/** A person's own, for the command line. */
export const { random: randomPersonalToken, hash: hashPersonalToken } = tokensOf('remitp_')

/** The token of a request, whosever it is; empty where there is none. */
export const bearerOf = (authorization: string | undefined): string =>
  /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
