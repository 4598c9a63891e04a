import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Policy } from '@/compiler/language/policy'

/*
 * Documents that were drawn by chance once, and what was made of them: whoever changes how the compiler works, and not
 * what it says, leaves all of it as it is, to the letter. REMIT_PAGES=write writes it anew; read the difference before
 * you keep it: an artifact with another hash is fetched again by every client of every policy.
 */
export const read = <T>(file: string): T[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

export function kept(file: string, made: readonly unknown[]) {
  const lines = made.map(one => JSON.stringify(one))
  const path = join(import.meta.dirname, file)
  if (process.env.REMIT_PAGES === 'write') writeFileSync(path, `${lines.join('\n')}\n`)
  const there = readFileSync(path, 'utf8').trimEnd().split('\n')
  // One by one: a difference is shown as a line, and not as a page.
  for (const [i, line] of lines.entries()) expect(line, `${file}, line ${i + 1}`).toBe(there[i])
  expect(lines.length).toBe(there.length)
}

export const pairs = () => read<{ old: Policy; next: Policy }>('pairs.jsonl')
export const tiersOf = (...policies: Policy[]) => [
  ...new Set(policies.flatMap(({ handbook }) => handbook.tiers.map(({ id }) => id))),
]
