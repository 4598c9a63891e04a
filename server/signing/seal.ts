import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { InstallationSecret } from './installation-secret'

const CIPHER = 'aes-256-gcm'

/** Seals a text with AES-256-GCM. `of` says what it is: the seal opens for that alone. */
export function seal(text: string, secret: InstallationSecret, of: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, secret, iv).setAAD(Buffer.from(of))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [CIPHER, ...[iv, cipher.getAuthTag(), sealed].map(part => part.toString('base64url'))].join('$')
}

/** What was sealed; null where the secret is another one, or a byte was changed. */
export function unseal(sealed: string, secret: InstallationSecret, of: string): string | null {
  const [, iv, tag, text] = sealed.split('$').map(part => Buffer.from(part, 'base64url'))
  try {
    const decipher = createDecipheriv(CIPHER, secret, iv!).setAAD(Buffer.from(of)).setAuthTag(tag!)
    return decipher.update(text!, undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
