import { describe, expect, it } from 'vitest'
import {
  type Box,
  countOf,
  intersection,
  isWithin,
  keyOf,
  meets,
  outside,
  volume,
} from '@/compiler/3-diagram/box'
import { type Cells, cellsOf, lowest, membersOf } from '@/compiler/3-diagram/cells'
import { groupsOf } from '@/compiler/3-diagram/groups'
import { joinBoxes } from '@/compiler/3-diagram/join'
import { Liveness } from '@/compiler/3-diagram/liveness'
import { allUncovered, uncovered } from '@/compiler/3-diagram/uncovered'
import { type Domain, domainOf, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { intersection as inBoth, joined, type Runs, sizeOf, within } from '@/compiler/runtime/runs'
import type { FactType } from '@/compiler/runtime/values'

const test = (text: string, type: FactType) => {
  const parsed = parseTest(text, type)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return parsed.test
}
const domain = (
  type: FactType,
  allowed?: string,
  more: { step?: number; mayBeUnknown?: boolean } = {},
): Domain => domainOf({ type, ...more }, allowed === undefined ? undefined : test(allowed, type))
const cells = (of: Domain, ...tests: string[]): Cells =>
  cellsOf(
    of,
    tests.map(text => setOf(test(text, of.type), of)),
  )

describe('sets of cells', () => {
  const SETS = [
    1n,
    2n,
    3n,
    5n,
    0x8000_0000n,
    1n << 31n,
    1n << 32n,
    1n << 33n,
    (1n << 64n) | (1n << 40n),
    (1n << 200n) | (1n << 63n),
    0xffff_ffff_ffffn,
  ]
  it('are counted and listed', () => {
    for (const set of [0n, ...SETS]) {
      const members = Array.from({ length: 256 }, (_, cell) => cell).filter(
        cell => (set >> BigInt(cell)) & 1n,
      )
      expect(membersOf(set)).toEqual(members)
      expect(countOf(set)).toBe(members.length)
      if (set !== 0n) expect(lowest(set)).toBe(members[0])
    }
  })
})

describe('a plain value of each cell', () => {
  const samples = (of: Cells) => Array.from({ length: of.count }, (_, cell) => of.sample(cell))
  it('is as near as there is one to what people would say', () => {
    expect(samples(cells(domain('number'), '< 10', '[12.25..13.7)'))).toEqual([0, 10, 13, 14])
    expect(samples(cells(domain('number'), '[-7.5..-3.21)', '> 5'))).toEqual([-8, -4, 0, 6])
    expect(samples(cells(domain('number'), '[-7.5..-7.2)', '[12.25..12.75)', '> 12.755'))).toEqual([
      -8, -7.3, 0, 12.3, 12.75, 13,
    ])
    expect(samples(cells(domain('number'), '< 0.0005', '> 0.00062'))).toEqual([0, 0.0005, 1])
    expect(samples(cells(domain('number', undefined, { step: 0.25 }), '< 1', '(1.25..2.75)'))).toEqual([
      0, 1, 2, 3,
    ])
    expect(samples(cells(domain('number', '[5..9]', { step: 2 }), '> 6'))).toEqual([6, 8])
    expect(samples(cells(domain('time'), '< time("09:00:00")', '> time("15:00:00")'))).toEqual([
      '08:59:59',
      '12:00:00',
      '15:00:01',
    ])
    expect(samples(cells(domain('date'), '< date("2025-01-01")', '> date("2027-01-01")'))).toEqual([
      '2024-12-31',
      '2026-01-01',
      '2027-01-02',
    ])
    expect(samples(cells(domain('date and time'), '< date and time("2026-01-01T00:00:00Z")'))).toEqual([
      '2025-12-31T23:59:59.999Z',
      '2026-01-01T12:00:00Z',
    ])
    expect(
      samples(cells(domain('days and time duration'), '< duration("-P1D")', '> duration("PT1H")')),
    ).toEqual(['-P1DT0.001S', 'PT0S', 'PT1H0.001S'])
    expect(samples(cells(domain('boolean', undefined, { mayBeUnknown: true }), 'true'))).toEqual([
      false,
      true,
      null,
    ])
    expect(samples(cells(domain('string'), '"b", "other"', 'not("a")'))).toEqual([
      'a',
      'b',
      'other',
      'other-',
    ])
    expect(samples(cells(domain('string', 'not("other", "other-")', { mayBeUnknown: true }), '"a"'))).toEqual(
      ['a', 'other--', null],
    )
    expect(samples(cells(domain('string', '"b", "a"')))).toEqual(['a', 'b'])
  })
  it('is in the cell whose values it is one of, and has a number for each set', () => {
    const of = cells(domain('number', '[0..100]', { mayBeUnknown: true }), '< 10', '> 50', 'null')
    expect(of.count).toBe(4)
    expect([of.text(1n), of.text(0b101n), of.text(0b1000n), of.text(of.all)]).toEqual([
      '< 10',
      '< 10, > 50',
      'null',
      null,
    ])
    expect(of.of(of.values(0b1010n))).toBe(0b1010n)
    expect([of.idOf(5n), of.idOf(5n)]).toEqual([5, 5])
    const many = cells(
      domain('number', undefined, { step: 1 }),
      ...Array.from({ length: 60 }, (_, i) => `< ${i}`),
    )
    expect(many.count).toBe(61)
    const [a, b] = [1n << 60n, (1n << 60n) | 1n]
    expect([many.idOf(a), many.idOf(b), many.idOf(a)]).toEqual([0, 1, 0])
  })
})

/** Three facts of two cells each: every box, and every case as three cells. */
const DOMAINS = new Map(['a', 'b', 'c'].map(name => [name, cells(domain('boolean'), 'true')]))
const FACTS = [...DOMAINS.keys()]
const CHOICES = [undefined, 1n, 2n, 3n]
const BOXES: Box[] = CHOICES.flatMap(a =>
  CHOICES.flatMap(b =>
    CHOICES.map(
      c =>
        new Map(
          [['a', a] as const, ['b', b] as const, ['c', c] as const].filter(
            ([, set]) => set !== undefined,
          ) as [string, bigint][],
        ),
    ),
  ),
)
const CASES = [0, 1].flatMap(a => [0, 1].flatMap(b => [0, 1].map(c => [a, b, c])))
const holds = (box: Box, facts: readonly number[]) =>
  FACTS.every((fact, i) => ((box.get(fact) ?? 3n) >> BigInt(facts[i]!)) & 1n)
const casesIn = (...boxes: Box[]) => CASES.filter(each => boxes.some(box => holds(box, each)))
const disjoint = (boxes: readonly Box[]) =>
  CASES.every(each => boxes.filter(box => holds(box, each)).length < 2)

describe('boxes of cells', () => {
  it('meet, lie within one another, and leave something over, as their cases do', () => {
    for (const box of BOXES) {
      expect(volume(box, FACTS, DOMAINS)).toBe(BigInt(casesIn(box).length))
      for (const other of BOXES) {
        const both = casesIn(box).filter(each => holds(other, each))
        expect(meets(box, other)).toBe(both.length > 0)
        expect(isWithin(box, other, DOMAINS)).toBe(both.length === casesIn(box).length)
        const made = intersection(box, other)
        expect(made === null ? [] : casesIn(made)).toEqual(both)
        expect(keyOf(box) === keyOf(other)).toBe(FACTS.every(fact => box.get(fact) === other.get(fact)))
        if (made === null) continue
        const left = outside(box, other, FACTS, DOMAINS)
        expect(casesIn(...left)).toEqual(casesIn(box).filter(each => !holds(other, each)))
        expect(disjoint(left)).toBe(true)
      }
    }
    expect(
      keyOf(
        new Map([
          ['b', 1n],
          ['a', 2n],
        ]),
      ),
    ).toBe(
      keyOf(
        new Map([
          ['a', 2n],
          ['b', 1n],
        ]),
      ),
    )
    expect(intersection(BOXES[5]!, new Map())).toBe(BOXES[5])
  })

  it('leave uncovered what no part has, as wide as that is', () => {
    for (const box of BOXES) {
      const parts: Box[] = []
      const spent = { pieces: 0 }
      // Parts that have nothing in common, one more at a time.
      for (const next of [...BOXES].reverse()) {
        const part = intersection(box, next)
        if (!part || parts.some(other => intersection(part, other))) continue
        if (casesIn(part).length > 2) continue
        parts.push(part)
        const left = casesIn(box).filter(each => !parts.some(other => holds(other, each)))
        const found = uncovered(box, parts, FACTS, DOMAINS)
        expect(found === null).toBe(left.length === 0)
        if (found) {
          const shown = casesIn(found).filter(each => holds(box, each))
          expect(shown.length).toBeGreaterThan(0)
          for (const each of shown) expect(left).toContainEqual(each)
        }
        const all = allUncovered(box, parts, FACTS, DOMAINS, () => spent.pieces++)
        expect(casesIn(...all)).toEqual(left)
        expect(disjoint(all)).toBe(true)
      }
      if (parts.length > 0) expect(spent.pieces).toBeGreaterThanOrEqual(0)
    }
    const half = uncovered(
      new Map(),
      [
        new Map([
          ['a', 1n],
          ['b', 1n],
        ]),
      ],
      FACTS,
      DOMAINS,
    )
    expect([...half!]).toEqual([['a', 2n]])
  })

  it('are joined until no two can be', () => {
    for (let start = 0; start < 8; start++) {
      const items = CASES.map((_, i) => CASES[(i * 3 + start) % 8]!).filter(([a, b]) => a !== 1 || b !== 1)
      const freed: string[] = []
      const joinedUp = joinBoxes(
        items.map(each => ({
          kind: 'one',
          box: new Map(FACTS.map((fact, i) => [fact, 1n << BigInt(each[i]!)])) as Box,
        })),
        DOMAINS,
        (_, fact) => freed.push(fact),
      )
      expect(joinedUp).toHaveLength(2)
      expect(casesIn(...joinedUp.map(({ box }) => box))).toHaveLength(6)
      expect(freed).toContain('c')
    }
    const two = [
      { kind: 'x', box: new Map([['a', 1n]]) },
      { kind: 'y', box: new Map([['a', 2n]]) },
    ]
    expect(joinBoxes(two, DOMAINS)).toEqual(two)
    expect(joinBoxes(two.slice(1), DOMAINS)).toEqual(two.slice(1))
  })

  it('are joined over the facts by name, whichever is told first', () => {
    const box = (a: bigint, b: bigint) => ({
      kind: 'one',
      box: new Map([
        ['b', b],
        ['a', a],
      ]) as Box,
    })
    const made = joinBoxes([box(1n, 1n), box(1n, 2n), box(2n, 1n)], DOMAINS)
    expect(made.map(({ box }) => Object.fromEntries(box))).toEqual([{ b: 1n }, { a: 1n, b: 2n }])
  })

  it('are cut by the answers that test a fact, the earlier first', () => {
    const answers = [
      new Map([['a', 1n]]),
      new Map<string, bigint>(),
      new Map([['a', 5n]]),
      new Map([['a', 4n]]),
    ].map((tests, place) => ({ tests, place }))
    const groups = groupsOf(answers, 'a', 15n).map(group => ({
      cells: group.cells,
      possible: group.possible.map(({ place }) => place),
    }))
    expect(groups).toEqual([
      { cells: 1n, possible: [0, 1, 2] },
      { cells: 4n, possible: [1, 2, 3] },
      { cells: 10n, possible: [1] },
    ])
    expect(groupsOf(answers, 'a', 2n)).toHaveLength(1)
  })
})

describe('facts on which a walk may still branch', () => {
  it('are those that are tested there or behind, and elsewhere too', () => {
    const tested = [['x'], ['y'], ['x', 'z'], ['z', 'w']]
    const next = [[], [0], [1], [1, 2]]
    const live = new Liveness(4, ['w', 'u'], {
      tested: (place, say) => tested[place]!.forEach(say),
      next: (place, lead) => next[place]!.forEach(lead),
    })
    const has = ['x', 'y', 'z', 'w', 'u'].map(fact =>
      [0, 1, 2, 3].map(place => Number(live.has(place, fact))).join(''),
    )
    expect(has).toEqual(['1111', '0000', '0011', '0001', '0000'])
    const box = new Map(['x', 'y', 'z'].map(fact => [fact, 1n]))
    expect([0, 1, 2, 3].map(place => [...live.at(place, box).keys()].join(''))).toEqual([
      'x',
      'x',
      'xz',
      'xz',
    ])
    const all = new Map([['x', 1n]])
    expect(live.at(2, all)).toBe(all)
    const many = Array.from({ length: 70 }, (_, i) => `f${i}`)
    const wide = new Liveness(2, many, {
      tested: (place, say) => {
        for (const [i, fact] of many.entries()) if (place === 1 && i % 2 === 1) say(fact)
      },
      next: () => {},
    })
    expect(many.filter(fact => wide.has(1, fact))).toEqual(many.filter((_, i) => i % 2))
    expect(many.filter(fact => wide.has(0, fact))).toEqual([])
  })
})

describe('runs of a table’s cells', () => {
  const SETS = Array.from({ length: 32 }, (_, bits) => bits)
  const runsOf = (bits: number): Runs =>
    joined([0, 1, 2, 3, 4].flatMap(cell => ((bits >> cell) & 1 ? [[cell, cell + 1] as const] : [])))
  const members = (runs: Runs) =>
    [0, 1, 2, 3, 4].filter(cell => runs.some((from, i) => i % 2 === 0 && from <= cell && cell < runs[i + 1]!))
  it('are counted, compared and cut as their cells are', () => {
    for (const a of SETS) {
      expect(members(runsOf(a))).toEqual([0, 1, 2, 3, 4].filter(cell => (a >> cell) & 1))
      expect(sizeOf(runsOf(a))).toBe(BigInt(members(runsOf(a)).length))
      for (const b of SETS) {
        expect(inBoth(runsOf(a), runsOf(b))).toEqual(runsOf(a & b))
        expect(within(runsOf(a), runsOf(b))).toBe((a & ~b) === 0)
      }
    }
    expect(
      joined([
        [3, 5],
        [0, 2],
        [2, 3],
        [7, 7],
        [6, 9],
        [7, 8],
      ]),
    ).toEqual([0, 5, 6, 9])
    expect(
      joined([
        [4, 2],
        [1, 3],
        [2, 2],
      ]),
    ).toEqual([1, 3])
  })
})
