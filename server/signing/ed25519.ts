import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from '@/compiler/runtime/canonical-json'

/** A public key as it is handed out: its DER form (SPKI), in base64url. */
export type PublicKey = string

/** What a key is called: `sha256-…` of its DER form. */
export const fingerprint = (key: PublicKey): string =>
  `sha256-${createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex')}`

/** What a public key is handed out as. */
export const publicKeyOf = (key: KeyObject): PublicKey =>
  key.export({ type: 'spki', format: 'der' }).toString('base64url')

/** Signs a statement in its RFC 8785 form. Every statement says by its `format` what it is, so that none passes for another. */
export const signed = (statement: { format: string }, privateKey: KeyObject): string =>
  sign(null, Buffer.from(canonicalJson(statement)), privateKey).toString('base64url')

/** Whether a signature is this key's over exactly this statement; false for whatever is no key or no signature. */
export function isSigned(statement: { format: string }, signature: string, key: PublicKey): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  // One signature has one text: what decodes to the same bytes is still a change.
  if (bytes.toString('base64url') !== signature) return false
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64url'), type: 'spki', format: 'der' })
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(canonicalJson(statement)), publicKey, bytes)
    )
  } catch {
    return false
  }
}
