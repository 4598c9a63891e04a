import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import { cellsOf } from '@/compiler/runtime/fact-cells'
import { indexRows } from '@/compiler/runtime/index-rows'
import { load } from '@/compiler/runtime/load'
import type { Facts, TableResult } from '@/compiler/runtime/result'
import { allInputs } from '../generators/all-inputs'
import { type Dice, dice, thrown } from '../generators/dice'
import { passes } from '../generators/plain-tests'
import { policies } from '../generators/random-policy'
import { announce, law } from '../laws/run'
import { plainTable } from './plain-table'
import { NAMES, randomArtifact, valuesOf } from './random-rows'

beforeAll(announce)

/** Values that no fact has, that some facts have, and that are none. */
const STRANGE = [
  'nonsense',
  -12345.678,
  -0,
  [],
  {},
  null,
  undefined,
  '2026-02-30',
  '24:00:00',
  Number.NaN,
  'P1Y',
  1e300,
  0.1 + 0.2,
  true,
  'gold',
  '2026-01-01T00:00:00Z',
]

/** Some of the facts of a case, sometimes with names and values that do not belong. */
function some(at: Dice, facts: Facts): Facts {
  const share = at.pick([0, 30, 60, 90, 100])
  const known: Facts = Object.fromEntries(Object.entries(facts).filter(() => at.chance(share)))
  if (at.chance(15)) known[at.pick(['nobody', 'constructor', '__proto__', 'a\nb', ''])] = at.pick(STRANGE)
  if (at.chance(15)) known[at.pick([...Object.keys(facts), 'nobody'])] = at.pick(STRANGE)
  return at.chance(10) ? Object.assign(Object.create(at.pick([null, { inherited: true }])), known) : known
}

const kinds = new Set<string>()
function compareOn(artifact: Artifact, cases: readonly Facts[]) {
  const [indexed, plain] = [load(artifact), plainTable(artifact)]
  for (const facts of cases) {
    const result = plain(facts)
    kinds.add('ignored' in result ? 'ignored' : result.kind)
    expect(indexed.decide(facts), JSON.stringify(facts)).toStrictEqual(result)
  }
}

describe('an indexed table decides as its rows do, looked at one by one', () => {
  it('on what the compiler makes of random policies', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        for (const { id: tier } of policy.handbook.tiers) {
          const inputs = allInputs(policy, tier)
          compareOn(
            compile(policy, tier),
            Array.from({ length: 40 }, () => some(at, at.pick(inputs))),
          )
        }
      },
      2,
    )
  })

  it('on rows that come from no tree', () => {
    law(
      [thrown(randomArtifact), dice()],
      (artifact, at) => {
        const complete = () => Object.fromEntries(NAMES.map(name => [name, at.pick(valuesOf(name))]))
        compareOn(
          artifact,
          Array.from({ length: 60 }, () => some(at, complete())),
        )
      },
      5,
    )
  })

  it('whatever may be asked', () => {
    expect([...kinds].sort()).toEqual(['ask', 'decision', 'ignored', 'invalid'])
  })

  it('however often a row may stand in the graph', () => {
    let found = 0
    law(
      [thrown(randomArtifact), dice()],
      ({ facts, tables }, at) => {
        const { rows } = tables[0]!
        const tests = (name: string) => rows.flatMap(row => row.when[name] ?? [])
        const cells = NAMES.map(name => cellsOf(facts[name]!, tests(name)))
        const indexed = rows.map(row => ({
          tests: new Map(
            Object.entries(row.when).map(([name, test]) => [
              NAMES.indexOf(name),
              cells[NAMES.indexOf(name)]!.runs(test),
            ]),
          ),
          outcome: row.end.kind === 'close' ? row.end.say!.length : 0,
        }))
        for (const copies of [0, 1, 1.5, 4]) {
          const index = indexRows(indexed, cells, 'main', copies)
          for (let n = 0; n < 30; n++) {
            const known = NAMES.map(name => (at.chance(70) ? at.pick(valuesOf(name)) : undefined))
            // One that is not known is behind them.
            const values = Float64Array.from([...known, undefined], (value, i) =>
              value === undefined
                ? Number.NaN
                : value === null
                  ? Infinity
                  : typeof value === 'string'
                    ? cells[i]!.texts.get(value)!
                    : Number(value),
            )
            const possible = rows.flatMap((row, i) => (isPossible(row, known, facts) ? [i] : []))
            const { first, settled } = index.possible(values)
            expect(first).toBe(possible[0])
            expect(settled).toBe(new Set(possible.map(row => indexed[row]!.outcome)).size === 1)
            const row = index.row(values)
            if (row >= 0) expect(possible).toEqual([row])
            if (row >= 0) found++
          }
        }
      },
      2,
    )
    expect(found).toBeGreaterThan(0)
  })
})

const isPossible = (row: ArtifactRow, known: readonly unknown[], facts: Artifact['facts']) =>
  Object.entries(row.when).every(([name, test]) => {
    const value = known[NAMES.indexOf(name)]
    return value === undefined || passes(test, facts[name]!.type, value as null)
  })

describe('rows that are no partition of the cases are refused', () => {
  const refused = (artifact: Artifact, change: (rows: ArtifactRow[]) => void) => {
    const copy = structuredClone(artifact)
    change(copy.tables[0]!.rows)
    copy.hash = artifactHash(copy)
    return () => load(copy)
  }

  it('where one is missing, or stands there twice, or holds for less or for more', () => {
    let narrowed = 0
    law(
      [thrown(randomArtifact), dice()],
      (artifact, at) => {
        const { rows } = artifact.tables[0]!
        const one = at.int(0, rows.length - 1)
        expect(refused(artifact, all => all.splice(one, 1))).toThrow('do not cover every case')
        expect(refused(artifact, all => all.splice(at.int(0, all.length), 0, all[one]!))).toThrow(
          'hold for one case',
        )
        const [name, test] = at.pick([...Object.entries(rows[one]!.when), [null, null] as const])
        if (name === null) return
        narrowed++
        expect(
          refused(artifact, all => {
            delete all[one]!.when[name]
          }),
        ).toThrow('hold for one case')
        const values = test.split(', ')
        if (values.length > 1)
          expect(
            refused(artifact, all => {
              all[one]!.when[name] = values.slice(1).join(', ')
            }),
          ).toThrow('do not cover every case')
      },
      3,
    )
    expect(narrowed).toBeGreaterThan(0)
  })

  it('also where they are tried one by one', () => {
    law(
      [thrown(randomArtifact), dice()],
      ({ facts, tables }, at) => {
        const { rows } = tables[0]!
        const tests = (name: string) => rows.flatMap(row => row.when[name] ?? [])
        const cells = NAMES.map(name => cellsOf(facts[name]!, tests(name)))
        const indexed = rows.map((row, outcome) => ({
          tests: new Map(
            Object.entries(row.when).map(([name, test]) => [
              NAMES.indexOf(name),
              cells[NAMES.indexOf(name)]!.runs(test),
            ]),
          ),
          outcome,
        }))
        const one = at.int(0, rows.length - 1)
        expect(() => indexRows(indexed.toSpliced(one, 1), cells, 'main', 0)).toThrow(
          'do not cover every case',
        )
        expect(() => indexRows([...indexed, indexed[one]!], cells, 'main', 0)).toThrow('hold for one case')
      },
      2,
    )
  })
})

describe('columns of facts', () => {
  it('come out case by case as they do one at a time', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const { id: tier } = at.pick(policy.handbook.tiers)
        const table = load(compile(policy, tier))
        const inputs = allInputs(policy, tier)
        const cases = Array.from({ length: at.int(0, 30) }, () => some(at, at.pick(inputs))).map(facts =>
          Object.fromEntries(Object.entries(facts).filter(([name]) => name !== '__proto__')),
        )
        const names = [...new Set(cases.flatMap(facts => Object.keys(facts)))]
        const columns = Object.fromEntries(
          names.map(name => [
            name,
            cases.map(facts => (Object.hasOwn(facts, name) ? facts[name] : undefined)),
          ]),
        )
        const { which, results, ignored } = table.decideColumns(columns)
        expect(which).toHaveLength(names.length > 0 ? cases.length : 0)
        const foreign = new Set<string>()
        const seen: TableResult[] = []
        for (const [i, number] of which.entries()) {
          const { ignored: its = [], ...said } = table.decide(cases[i]!)
          for (const name of its) foreign.add(name)
          expect(results[number]).toStrictEqual(said)
          seen[number] = said as TableResult
        }
        expect(ignored ?? []).toEqual([...foreign].sort())
        expect(Object.keys(seen)).toHaveLength(results.length)
        expect(new Set(results.map(result => JSON.stringify(result))).size).toBe(results.length)
      },
      2,
    )
  })

  it('may be typed arrays, and have to be of one length', () => {
    const table = load(oneRow())
    const { which, results } = table.decideColumns({ x: Uint8Array.of(0, 9), n: [3, 3] })
    expect(which).toHaveLength(2)
    expect(results[which[1]!]).toMatchObject({ kind: 'invalid', problems: [{ fact: 'x' }] })
    expect(() => table.decideColumns({ x: [1], n: [1, 2] })).toThrow(RangeError)
    expect(table.decideColumns({})).toEqual({ which: new Uint32Array(0), results: [] })
  })
})

/** A table of one row, which holds for every case. */
function oneRow(): Artifact {
  const least: Dice = {
    int: low => low,
    chance: () => true,
    pick: items => items[0]!,
    shuffle: items => [...items],
  }
  return randomArtifact(least)
}

it('a result cannot be changed, so that cases can share it', () => {
  law([policies(), dice()], (policy, at) => {
    const { id: tier } = at.pick(policy.handbook.tiers)
    const table = load(compile(policy, tier))
    const facts = some(at, at.pick(allInputs(policy, tier)))
    const result = table.decide(facts)
    const check = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      expect(Object.isFrozen(value)).toBe(true)
      Object.values(value).forEach(check)
    }
    check(result)
  })
})

it('what somebody has put on every object is no fact of a case', () => {
  const table = load(oneRow())
  const { b, ...rest } = { n: 0, x: 0, s: 'a', b: true }
  const before = [table.decide({ ...rest, b }), table.decide(rest)]
  for (const [name, value] of [
    ['b', 'no boolean'],
    ['nobody', 1],
  ]) {
    Object.defineProperty(Object.prototype, name as string, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    try {
      expect([table.decide({ ...rest, b }), table.decide(rest)]).toEqual(before)
    } finally {
      delete (Object.prototype as Record<string, unknown>)[name as string]
    }
  }
})
