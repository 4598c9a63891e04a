import type { KeyPurpose } from '@/drizzle/schema'
import { fingerprint, isSigned, type PublicKey } from './ed25519'

/** A key and what the key before it says for it; null where there was none, or it could not be used any more. */
export interface EndorsedKey {
  publicKey: PublicKey
  endorsement: string | null
}

/** What the key before signs for the key that comes in its place. */
export const endorsementOf = (purpose: KeyPurpose, publicKey: PublicKey, before: PublicKey) => ({
  format: 'remit-key/1',
  purpose,
  publicKey,
  before: fingerprint(before),
})

/**
 * The fingerprints that vouch for the last of some keys: its own, and those of the keys before it, as far back as each
 * endorsed the next.
 */
export function vouchers(purpose: KeyPurpose, keys: readonly EndorsedKey[]): string[] {
  const found: string[] = []
  for (let i = keys.length - 1; i >= 0; i--) {
    const { publicKey, endorsement } = keys[i]!
    found.push(fingerprint(publicKey))
    const before = keys[i - 1]
    if (
      !before ||
      endorsement === null ||
      !isSigned(endorsementOf(purpose, publicKey, before.publicKey), endorsement, before.publicKey)
    )
      break
  }
  return found
}
