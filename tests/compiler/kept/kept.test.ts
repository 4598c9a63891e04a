import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { CHECKS } from '@/compiler/2-checks'
import { Replay } from '@/compiler/2-checks/replay'
import { diff } from '@/compiler/compare/diff'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { check } from '../checked'

/*
 * Documents that were drawn by chance once, and what was made of them: whoever changes how the compiler works, and not
 * what it says, leaves all of it as it is, to the letter. REMIT_PAGES=write writes it anew; read the difference before
 * you keep it: an artifact with another hash is fetched again by every client of every policy.
 */
const read = <T>(file: string): T[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

function kept(file: string, made: readonly unknown[]) {
  const lines = made.map(one => JSON.stringify(one))
  const path = join(import.meta.dirname, file)
  if (process.env.REMIT_PAGES === 'write') writeFileSync(path, `${lines.join('\n')}\n`)
  const there = readFileSync(path, 'utf8').trimEnd().split('\n')
  // One by one: a difference is shown as a line, and not as a page.
  for (const [i, line] of lines.entries()) expect(line, `${file}, line ${i + 1}`).toBe(there[i])
  expect(lines.length).toBe(there.length)
}

describe('of documents that were kept', () => {
  it('the same is found', () => {
    const documents = read<unknown>('drafts.jsonl')
    kept(
      'findings.jsonl',
      documents.flatMap((document, i) =>
        check(document).findings.map(finding => ({ line: i + 1, ...finding })),
      ),
    )
  })

  it('the same examples show the same findings', () => {
    const WITNESSES = new Map(CHECKS.map(({ code, witness }) => [code, witness]))
    kept(
      'shown.jsonl',
      read<unknown>('drafts.jsonl').flatMap((document, i) => {
        const { policy, findings } = check(document)
        const replay = policy && new Replay(readGraph(policy))
        const examples = findings.flatMap(({ witness }) => (witness ? [witness] : []))
        // Each example beside each finding: most of them show another one, or nothing of the kind.
        return findings.flatMap(finding => {
          const of = WITNESSES.get(finding.code)!
          if (!replay || 'none' in of) return []
          const shown = examples.map(witness => Number(of.confirms({ ...finding, witness }, replay)))
          for (const wrong of [{ nodes: ['nowhere'] }, { nodes: undefined }, { witness: {} }])
            shown.push(Number(of.confirms({ ...finding, ...wrong }, replay)))
          return [{ line: i + 1, code: finding.code, path: finding.path, shown: shown.join('') }]
        })
      }),
    )
  })

  const pairs = read<{ old: Policy; next: Policy }>('pairs.jsonl')
  const tiersOf = (policy: Policy) => policy.handbook.tiers.map(({ id }) => id)

  it('the same artifacts are made', () => {
    kept(
      'hashes.jsonl',
      pairs.map(({ old, next }) =>
        [old, next].map(policy =>
          Object.fromEntries(tiersOf(policy).map(tier => [tier, compile(policy, tier).hash])),
        ),
      ),
    )
  })

  it('the same is told of two versions', () => {
    kept(
      'comparisons.jsonl',
      pairs.flatMap(({ old, next }, i) =>
        [...new Set([...tiersOf(old), ...tiersOf(next)])].map(tier => ({
          line: i + 1,
          tier,
          ...diff(old, next, tier),
        })),
      ),
    )
  })
})
