import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings'

const FILE = 'secret'

/** What the installation knows and its database does not: 256 bits, for sealing what is kept there. */
export type InstallationSecret = Buffer

/**
 * The secret of this installation: from REMIT_SECRET, else from a file in the data folder that only its owner reads and
 * that is made when it is first needed. Whoever has a copy of the database alone cannot sign in its name.
 */
export function readInstallationSecret({
  secret,
  dataDirectory,
}: Pick<Settings, 'secret' | 'dataDirectory'>): InstallationSecret {
  const told = secret ?? fromFile(dataDirectory)
  return Buffer.from(hkdfSync('sha256', told, '', 'remit signing keys', 32))
}

function fromFile(dataDirectory: string): string {
  const path = join(dataDirectory, FILE)
  mkdirSync(dataDirectory, { recursive: true })
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
