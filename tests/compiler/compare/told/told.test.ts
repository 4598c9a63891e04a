import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nodeTitle as titleOnCanvas } from '@/app/_editor/kinds'
import { readGraph } from '@/compiler/1-graph/graph'
import { Tables } from '@/compiler/4-table/tables'
import { compareAll } from '@/compiler/compare/compare'
import { toldMarkdown } from '@/compiler/compare/told/markdown'
import { tell } from '@/compiler/compare/told/tell'
import { check } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { nodeTitle } from '@/compiler/words/node-title'
import { parcels, VERSIONS } from './versions'

const PAGES = fileURLToPath(new URL('.', import.meta.url))
const LABELS = { old: 'Version 1', next: 'Version 2' }

const compared = (old: Policy, next: Policy) =>
  compareAll(new Tables(readGraph(old)), new Tables(readGraph(next)))

const later = (change: (policy: Policy) => void): Policy => {
  const policy = parcels()
  change(policy)
  return policy
}

describe('a comparison', () => {
  for (const [name, change] of Object.entries(VERSIONS))
    it(`reads like ${name}.md`, () => {
      const [old, next] = [parcels(), later(change)]
      for (const policy of [old, next])
        expect(check(policy).findings.filter(({ severity }) => severity === 'error')).toEqual([])
      // REMIT_PAGES=write writes the pages anew; read the difference before you keep it.
      const page = join(PAGES, `${name}.md`)
      const text = `${toldMarkdown(tell(compared(old, next)), old, next, LABELS)}\n`
      if (process.env.REMIT_PAGES === 'write') writeFileSync(page, text)
      expect(text).toBe(readFileSync(page, 'utf8'))
    })

  it('has no page that nothing reads', () => {
    const pages = readdirSync(PAGES).filter(file => file.endsWith('.md'))
    expect(pages.sort()).toEqual(
      Object.keys(VERSIONS)
        .map(name => `${name}.md`)
        .sort(),
    )
  })

  it('says the same of two versions the other way round, but for the way', () => {
    for (const change of Object.values(VERSIONS)) {
      const [old, next] = [parcels(), later(change)]
      const [there, back] = [tell(compared(old, next)), tell(compared(next, old))]
      expect(back.situations).toHaveLength(there.situations.length)
      expect(back.verdict.is).toBe(there.verdict.is)
      expect(back.handbook.authority).toHaveLength(there.handbook.authority.length)
      expect(back.chart.lines).toHaveLength(there.chart.lines.length)
    }
  })

  it('of one tier speaks of no other', () => {
    const old = parcels()
    const next = later(VERSIONS['an-hour-later']!)
    const { verdict, situations } = tell(
      compareAll(new Tables(readGraph(old)), new Tables(readGraph(next)), { only: 'T2' }),
    )
    expect(new Set(situations.flatMap(({ tiers }) => tiers))).toEqual(new Set(['T2']))
    expect(verdict.complete.rest).toContain('for T2 Senior desk alone')
  })

  it('escapes what would be markup in a table', () => {
    const old = parcels()
    const next = later(policy => {
      policy.handbook.facts.gift!.title = 'A | b <script>'
      policy.chart.nodes = policy.chart.nodes.map(node =>
        node.id === 'no' && node.kind === 'close' ? { ...node, say: 'Two\nlines, *bold*' } : node,
      )
    })
    const text = toldMarkdown(tell(compared(old, next)), old, next, LABELS)
    expect(text).toContain('A \\| b &lt;script\\>')
    expect(text).toContain('“Two lines, \\*bold\\*”')
    for (const row of text.split('\n').filter(line => line.startsWith('| ')))
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7)
  })
})

it('steps are called in a comparison what they are called on the canvas', () => {
  const { chart, handbook } = parcels()
  for (const node of chart.nodes) {
    const bare = { ...node, title: undefined }
    expect(nodeTitle(bare, handbook)).toBe(titleOnCanvas(bare, handbook))
    expect(nodeTitle(node, handbook)).toBe(titleOnCanvas(node, handbook))
  }
})
