import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refused } from '../../compiler/cli/exit'
import { readSource, whyNot } from '../../compiler/cli/source'
import { sha256 } from '../../compiler/runtime/sha256'

/** What the files of a folder are copies of: kept beside them, and in git with them. */
const LEDGER = '.remit.json'

const ledgerSchema = z.strictObject({
  /** The installation that they are from. */
  at: z.string(),
  policies: z.record(z.string(), z.strictObject({ revision: z.int().positive(), file: z.string() })),
})
export type Ledger = z.infer<typeof ledgerSchema>

export const fileOf = (policy: string) => `${policy}.policy.json`

/** How a document is written, so that git shows what changed line by line. */
export const written = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

export const hashOf = (text: string) => `sha256-${sha256(text)}`

/** @throws Refused where the ledger is spoilt, or is of another installation. */
export function readLedger(folder: string, at: string): Ledger {
  const path = join(folder, LEDGER)
  if (!existsSync(path)) return { at, policies: {} }
  const parsed = ledgerSchema.safeParse(readSource(path).value)
  if (!parsed.success) throw new Refused(`${path} is not what pull writes: delete it, and pull again.`)
  if (parsed.data.at !== at)
    throw new Refused(`The files here are from ${parsed.data.at}, and REMIT_URL is ${at}.`)
  return parsed.data
}

export function writeLedger(folder: string, { at, policies }: Ledger): void {
  const sorted = Object.entries(policies).sort(([a], [b]) => (a < b ? -1 : 1))
  writeWhole(join(folder, LEDGER), written({ at, policies: Object.fromEntries(sorted) }))
}

/** The text of a file; undefined where there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (caught) {
    if ((caught as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Refused(whyNot(path, caught as NodeJS.ErrnoException, 'read'))
  }
}

/** Writes a file whole or not at all. @throws Refused */
export function writeWhole(path: string, text: string): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(`${path}.new`, text)
    renameSync(`${path}.new`, path)
  } catch (caught) {
    throw new Refused(whyNot(path, caught as NodeJS.ErrnoException, 'written'))
  }
}
