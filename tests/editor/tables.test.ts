import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { gridOf, toMarkdown, toTsv } from '@/app/_editor/panels/tables/grid-text'
import { possibleRows } from '@/app/_editor/panels/tables/possible-rows'
import { rowPaths } from '@/app/_editor/panels/tables/row-path'
import { wordTables } from '@/app/_editor/panels/tables/table-rows'
import { EVERYTHING, showTables, textsOf } from '@/app/_editor/panels/tables/view'
import { compileAll } from '@/compiler/compile'
import type { Handbook } from '@/compiler/language/handbook'
import { reading } from '@/compiler/meaning/decide'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import { allInputs } from '../compiler/generators/all-inputs'
import { smallPolicy } from './small-policy'

const SEED = fileURLToPath(new URL('../../server/seed', import.meta.url))
const samples = readdirSync(SEED).filter(file => file.endsWith('.json'))

/** The rows that a case comes by, one in each table. */
function rowsOf(artifact: Artifact, facts: Parameters<typeof possibleRows>[1]): ArtifactRow[] {
  const possible = possibleRows(artifact, facts)
  for (const [table, rows] of possible)
    if (rows.size !== 1) throw new Error(`${rows.size} rows of ${table} for ${JSON.stringify(facts)}`)
  return [...possible.values()].flatMap(rows => [...rows])
}

describe.each(samples)('the tables of %s', file => {
  const { policy, artifacts } = compileAll(JSON.parse(readFileSync(join(SEED, file), 'utf8')))
  const { decide } = reading(policy!)

  it.each(Object.values(artifacts!).map(artifact => [artifact.tier, artifact] as const))(
    'are narrowed by a case to its rows, whose ways are those that cases take: %s',
    (tier, artifact) => {
      const pathOf = rowPaths(policy!, artifact)
      const taken = new Map<ArtifactRow, Set<string>>()
      let cases = 0
      for (const facts of allInputs(policy!, tier)) {
        cases++
        const rows = rowsOf(artifact, facts)
        const { path } = decide(tier, facts, { path: true })
        const lit = rows.flatMap(row => [...pathOf(row).edges])
        // Between two tables of one case the line is in neither.
        const missing = path!.edges.filter(edge => !lit.includes(edge))
        if (missing.length >= rows.length)
          throw new Error(`${missing} are not lit for ${JSON.stringify(facts)}`)
        for (const row of rows) {
          const known = taken.get(row) ?? new Set()
          for (const id of path!.edges) known.add(id)
          taken.set(row, known)
        }
      }
      expect(cases).toBeGreaterThan(10)
      for (const [row, edges] of taken)
        expect(
          [...pathOf(row).edges].filter(id => !edges.has(id)),
          `${tier} ${row.id}`,
        ).toEqual([])
    },
  )
})

describe('a view of tables', () => {
  const { artifacts } = compileAll(smallPolicy())
  const handbook = smallPolicy().handbook as Handbook
  const names = { facts: handbook.facts, actions: handbook.actions, tiers: handbook.tiers }
  const tables = wordTables(artifacts!.T1!, names)
  const rows = (change: Partial<typeof EVERYTHING>) =>
    showTables(tables, { ...EVERYTHING, ...change }, []).flatMap(({ groups }) =>
      groups.map(({ title, rows }) => [title, ...rows.map(row => row.texts.get(':then')?.[0])]),
    )

  it('has columns filtered by what their cells say, an empty one by “anything”', () => {
    expect(rows({})).toEqual([[null, 'Transfer to Senior desk', 'Resolved']])
    expect(rows({ only: { gift: ['yes'] } })).toEqual([[null, 'Resolved']])
    expect(rows({ only: { gift: [] } })).toEqual([[null]])
    expect([...textsOf(tables, 'gift')]).toEqual([
      ['no', 1],
      ['yes', 1],
    ])
    expect([...textsOf(tables, ':do')]).toEqual([
      ['', 1],
      ['Goodwill credit (amount 10)', 1],
    ])
    expect(rows({ only: { ':do': [''] } })).toEqual([[null, 'Transfer to Senior desk']])
  })

  it('puts rows that come to the same together', () => {
    expect(rows({ group: ':then' })).toEqual([
      ['Transfer to Senior desk', 'Transfer to Senior desk'],
      ['Resolved', 'Resolved'],
    ])
    expect(rows({ group: ':do' })[0]).toEqual(['nothing', 'Transfer to Senior desk'])
  })

  it('leaves for a case what it may still come to; nothing said of a volunteered fact means that it is not so', () => {
    const possible = (facts: Record<string, boolean>) =>
      [...possibleRows(artifacts!.T1!, facts).values()].flatMap(found => [...found].map(({ id }) => id))
    expect(possible({})).toEqual(['r1', 'r2'])
    expect(possible({ gift: false })).toEqual(['r1'])
    expect(possible({ stranger: true })).toEqual(['r1', 'r2'])
  })

  it('is copied as a spreadsheet and as Markdown take it', () => {
    const grid = gridOf(showTables(tables, { ...EVERYTHING, only: { gift: ['no'] } }, []), [
      { key: 'gift', title: 'A|gift' },
      { key: ':then', title: '=Then' },
    ])
    expect(grid).toEqual([
      ['Row', 'A|gift', '=Then'],
      ['1', 'no', 'Transfer to Senior desk'],
    ])
    expect(toTsv(grid)).toBe("Row\tA|gift\t'=Then\n1\tno\tTransfer to Senior desk")
    expect(toTsv([['two\nlines', 'a "word"', 'a\ttab']])).toBe('"two\nlines"\t"a ""word"""\t"a\ttab"')
    expect(toMarkdown(grid)).toBe(
      '| Row | A\\|gift | =Then |\n| --- | --- | --- |\n| 1 | no | Transfer to Senior desk |\n',
    )
  })
})
