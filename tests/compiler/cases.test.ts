import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Code, SEVERITIES } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import { edited, type NearMiss, pageOf } from './cases/page'
import { check } from './checked'

const CASES = fileURLToPath(new URL('./cases', import.meta.url))
const read = <T>(name: string, file: string): T => JSON.parse(readFileSync(join(CASES, name, file), 'utf8'))
const names = readdirSync(CASES, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [entry.name] : [],
)

/** Codes that take more cards than fit on a page: `too-many-cases.test.ts` has them. */
const ELSEWHERE: readonly Code[] = ['too-large', 'undecided']

/** Per case: the codes that either the document or its near miss has, and not both. */
const twists = new Map<string, Code[]>()

describe('case', () => {
  for (const name of names)
    it(name, () => {
      const document = read<PolicyDocument>(name, 'policy.json')
      const near = read<NearMiss>(name, 'near-miss.json')
      const [here, there] = [check(document), check(edited(document, near.edits))].map(
        ({ findings }) => new Set(findings.map(finding => finding.code)),
      ) as [Set<Code>, Set<Code>]
      twists.set(name, [
        ...[...here].filter(code => !there.has(code)),
        ...[...there].filter(code => !here.has(code)),
      ])
      expect(twists.get(name), 'the near miss has to make the difference').not.toEqual([])

      // REMIT_PAGES=write writes the pages anew; read the difference before you keep it.
      const page = join(CASES, name, 'page.md')
      const text = pageOf(document, near)
      if (process.env.REMIT_PAGES === 'write') writeFileSync(page, text)
      expect(text).toBe(readFileSync(page, 'utf8'))
    })

  it('shows every finding there is, with a near miss', () => {
    const shown = new Set([...twists.values()].flat())
    const missing = (Object.keys(SEVERITIES) as Code[]).filter(
      code => !shown.has(code) && !ELSEWHERE.includes(code),
    )
    expect(missing).toEqual([])
  })
})

describe('what a finding says', () => {
  for (const name of names)
    it(`of ${name} leads to a place that is there`, () => {
      const document = read<PolicyDocument>(name, 'policy.json')
      for (const { path, position, nodes = [], edges = [], message } of check(document).findings) {
        expect(message).toMatch(/^[^a-z].*[.?!]$/s)
        for (const id of nodes) expect(document.chart.nodes.map(node => node.id)).toContain(id)
        for (const id of edges) expect(document.chart.edges.map(edge => edge.id)).toContain(id)
        let at: unknown = document
        // The last part may be what is missing.
        for (const key of path?.slice(0, -1) ?? []) at = (at as Record<string | number, unknown>)[key]
        expect(at, path?.join('.')).toBeTypeOf('object')
        if (!position) continue
        const text = (at as Record<string | number, unknown>)[path!.at(-1)!] as string
        expect(position.start).toBeLessThanOrEqual(position.end)
        expect(position.end).toBeLessThanOrEqual(text.length)
      }
    })
})
