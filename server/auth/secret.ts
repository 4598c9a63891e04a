import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in 43 characters that need no quoting anywhere. */
export const randomSecret = () => randomBytes(32).toString('base64url')

/**
 * What is kept of a secret. A plain SHA-256 is enough where the secret is 256 random bits: there is nothing to guess.
 */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')
