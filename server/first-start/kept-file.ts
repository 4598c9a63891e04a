import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the first start made up and the person who starts Remit has to be told again: for their eyes only. */
const FILES = {
  'first-sign-in': 'first-sign-in.txt',
  'first-approver': 'first-approver.txt',
  'demonstration-token': 'demonstration-token.txt',
} as const
export type Kept = keyof typeof FILES

const pathOf = (dataDirectory: string, what: Kept) => join(dataDirectory, FILES[what])

export function keep(dataDirectory: string, what: Kept, secret: string): void {
  // Not over an old file, whose mode would stay.
  rmSync(pathOf(dataDirectory, what), { force: true })
  writeFileSync(pathOf(dataDirectory, what), `${secret}\n`, { mode: 0o600, flag: 'wx' })
}

export function readKept(dataDirectory: string, what: Kept): string | null {
  try {
    return readFileSync(pathOf(dataDirectory, what), 'utf8').trim() || null
  } catch {
    return null
  }
}

export function forget(dataDirectory: string, what: Kept): void {
  rmSync(pathOf(dataDirectory, what), { force: true })
}
