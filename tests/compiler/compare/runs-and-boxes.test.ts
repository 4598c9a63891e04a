import { describe, expect, it } from 'vitest'
import {
  type Box,
  boxesMeet,
  EMPTY_BOX,
  intersectBoxes,
  isLive,
  liveIn,
  narrowed,
  setIn,
} from '@/compiler/compare/box'
import { addRun, cellsIn, hasCell, intersectRuns, RunsStore, unionRuns } from '@/compiler/compare/cell-runs'
import {
  crossed,
  SHARED,
  settledSteps,
  withoutEnds,
  withoutShared,
  withoutStart,
} from '@/compiler/compare/pending'

const COUNT = 5
const CELLS = Array.from({ length: COUNT }, (_, cell) => cell)
/** Every set of five cells, as bits. */
const SETS = Array.from({ length: 2 ** COUNT }, (_, bits) => bits)
const has = (bits: number, cell: number) => ((bits >> cell) & 1) === 1

/** The runs of a set, one cell after another. */
function runsOf(bits: number): number[] {
  const runs: number[] = []
  for (const cell of CELLS)
    if (has(bits, cell)) {
      if (runs.at(-1) === cell) runs[runs.length - 1] = cell + 1
      else runs.push(cell, cell + 1)
    }
  return runs
}

describe('runs of cells', () => {
  it('have the cells of both, or of either, or one', () => {
    for (const a of SETS) {
      expect(cellsIn(runsOf(a))).toBe(BigInt(a))
      for (const cell of CELLS) expect(hasCell(runsOf(a), cell)).toBe(has(a, cell))
      for (const b of SETS) {
        expect(intersectRuns(runsOf(a), runsOf(b))).toEqual(runsOf(a & b))
        if ((a & b) === 0) expect(unionRuns(runsOf(a), runsOf(b))).toEqual(runsOf(a | b))
      }
    }
    expect(cellsIn([0, 3, 70, 72])).toBe(0b111n | (3n << 70n))
  })
  it('grow at their end', () => {
    const runs: number[] = []
    for (const [from, to] of [
      [1, 2],
      [2, 4],
      [6, 7],
    ] as const)
      addRun(runs, from, to)
    expect(runs).toEqual([1, 4, 6, 7])
  })
  it('meet where they have a cell in common', () => {
    const sets = new RunsStore()
    const numbers = SETS.map(bits => sets.number(runsOf(bits)))
    for (const a of SETS)
      for (const b of SETS)
        if (a !== 0 || b !== 0) expect(sets.meet(numbers[a]!, numbers[b]!)).toBe((a & b) !== 0)
  })
})

/** Boxes over three facts of two cells each: of each fact nothing, or one of three sets. */
const sets = new RunsStore()
const NUMBERS = [
  [0, 1],
  [1, 2],
  [0, 2],
].map(runs => sets.number(runs))
const BITS = [1, 2, 3]
type Plain = readonly (number | undefined)[]
const CHOICES = [undefined, 0, 1, 2]
const PLAIN: Plain[] = CHOICES.flatMap(a => CHOICES.flatMap(b => CHOICES.map(c => [a, b, c])))
/** With gaps between the facts' places. */
const PLACES = [2, 5, 40]
const boxOf = (plain: Plain): Box =>
  plain.flatMap((choice, i) => (choice === undefined ? [] : [PLACES[i]!, NUMBERS[choice]!]))
const bitsOf = (choice: number | undefined) => (choice === undefined ? 3 : BITS[choice]!)
const inBoth = (a: Plain, b: Plain) => PLACES.map((_, i) => bitsOf(a[i]) & bitsOf(b[i]))

describe('boxes', () => {
  it('say what they say of a fact, and nothing of another', () => {
    for (const plain of PLAIN) {
      PLACES.forEach((place, i) => {
        const choice = plain[i]
        expect(setIn(boxOf(plain), place)).toBe(choice === undefined ? undefined : NUMBERS[choice])
      })
      for (const other of [0, 3, 41]) expect(setIn(boxOf(plain), other)).toBeUndefined()
    }
  })
  it('have in common what both have of each fact', () => {
    for (const a of PLAIN)
      for (const b of PLAIN) {
        const both = inBoth(a, b)
        const meet = both.every(bits => bits !== 0)
        expect(boxesMeet(boxOf(a), boxOf(b), sets)).toBe(meet)
        const made = intersectBoxes(boxOf(a), boxOf(b), sets)
        expect(made !== null).toBe(meet)
        if (!made) continue
        expect(made.filter((_, i) => i % 2 === 0)).toEqual(
          PLACES.filter((_, i) => a[i] !== undefined || b[i] !== undefined),
        )
        PLACES.forEach((place, i) => {
          const set = setIn(made, place)
          expect(set === undefined ? 3n : cellsIn(sets.of(set))).toBe(BigInt(both[i]!))
        })
      }
  })
  it('forget what nothing looks at any more', () => {
    for (const plain of PLAIN)
      for (const alive of SETS.slice(0, 8)) {
        const live = (fact: number) => has(alive, PLACES.indexOf(fact))
        const kept = plain.map((choice, i) => (has(alive, i) ? choice : undefined))
        expect(liveIn(boxOf(plain), live)).toEqual(boxOf(kept))
        PLACES.forEach((place, i) => {
          CHOICES.slice(1).forEach(choice => {
            const runs = sets.of(NUMBERS[choice!]!)
            const made = narrowed(boxOf(plain), place, runs, 2, sets, live)
            const now = kept.map((each, j) =>
              i !== j ? each : has(alive, i) && choice !== 2 ? choice : undefined,
            )
            expect(made).toEqual(boxOf(now))
          })
        })
      }
    expect(liveIn([2, 0], () => false)).toBe(EMPTY_BOX)
    expect(narrowed([2, 0], 5, [0, 1], 2, sets, () => false)).toBe(EMPTY_BOX)
  })
  it('know which facts are looked at', () => {
    const live = new Uint32Array([1 << 5, 1 << 3, 1 << 31])
    const facts = Array.from({ length: 96 }, (_, fact) => fact).filter(fact => isLive(live, fact))
    expect(facts).toEqual([5, 35, 95])
  })
})

/** Every list of up to three of two steps. */
const LISTS: number[][] = [
  [],
  ...[1, 2].flatMap(a => [
    [a],
    ...[1, 2].flatMap(b => [
      [a, b],
      [a, b, 1],
      [a, b, 2],
    ]),
  ]),
]

describe('steps that one version has done and the other has not', () => {
  const start = (a: readonly number[], b: readonly number[]) => {
    let from = 0
    while (from < a.length && from < b.length && a[from] === b[from]) from++
    return from
  }
  const end = (a: readonly number[], b: readonly number[]) => start([...a].reverse(), [...b].reverse())

  it('are what is left without those that both begin and end with', () => {
    for (const a of LISTS)
      for (const b of LISTS) {
        const from = start(a, b)
        const [p, q] = [a.slice(from), b.slice(from)]
        expect(withoutStart(a, b)).toEqual([p, q])
        const until = end(p, q)
        const ends = [p.slice(0, p.length - until), q.slice(0, q.length - until)]
        expect(withoutEnds(a, b)).toEqual(ends)
        const all = until === p.length && until === q.length
        expect(settledSteps(a, b)).toEqual(
          until === 0 || all ? [p, q] : ends.map(steps => [...steps, SHARED]),
        )
      }
  })
  it('are told without those that are shared, unless these stand elsewhere', () => {
    expect(withoutShared([1, SHARED, 2, SHARED])).toEqual([1, 2])
    const plain = [1, 2]
    expect(withoutShared(plain)).toBe(plain)
    expect(crossed([1, SHARED, 2], [1, SHARED, 3])).toBe(false)
    expect(crossed([1, SHARED, 2], [SHARED, 1, 3])).toBe(true)
    expect(crossed([1, SHARED], [SHARED, 1])).toBe(true)
    expect(crossed([1, SHARED], [SHARED, 1, 2])).toBe(false)
    expect(crossed([1, 2], [3])).toBe(false)
    expect(crossed([1, SHARED, SHARED], [1, SHARED])).toBe(true)
  })
})
