import { printSet } from '../language/tests/canonical'
import type { Domain } from '../language/tests/domain'
import { type Range, textSet, type ValueSet } from '../language/tests/value-set'
import { Kept, type Memory } from '../memory/memory'
import { once } from '../memory/once'
import type { Grid } from '../runtime/grid'
import type { JsonValue, Point } from '../runtime/values'
import { toJson } from '../runtime/values'

/** A set of cells of one fact: bit i is cell i. */
export type CellSet = bigint

/**
 * The domain of a fact, cut by every literal that its tests mention into finitely many cells that no test can tell
 * apart: ranges of grid values in ascending order; each mentioned text by code unit, then every other text; then null.
 */
export interface Cells {
  domain: Domain
  count: number
  all: CellSet
  /** The cells whose values are in the set; exact for every set that the cells were made from. */
  of: (set: ValueSet) => CellSet
  /** The values of these cells. */
  values: (cells: CellSet) => ValueSet
  /** Their canonical form; null where it is the whole domain. */
  text: (cells: CellSet) => string | null
  /** A number that equal sets of these cells share, and no others. */
  idOf: (cells: CellSet) => number
  /** One value of a cell, as plain as there is one, for a witness. */
  sample: (cell: number) => JsonValue
}

export const lowest = (cells: CellSet): number => {
  const word = Number(BigInt.asUintN(32, cells))
  if (word !== 0) return 31 - Math.clz32(word & -word)
  // The digit of the lowest cell is the first of what is left of the set when all others are gone.
  const digits = (cells & -cells).toString(16)
  return (digits.length - 1) * 4 + 31 - Math.clz32(digits.charCodeAt(0) - 48)
}

/** The cells of a set, ascending. */
export function membersOf(cells: CellSet): number[] {
  const digits = cells.toString(16)
  const members: number[] = []
  for (let i = digits.length - 1, cell = 0; i >= 0; i--, cell += 4) {
    const four = Number.parseInt(digits[i]!, 16)
    for (let bit = 0; four >> bit; bit++) if ((four >> bit) & 1) members.push(cell + bit)
  }
  return members
}

const span = (from: number, to: number): CellSet => ((1n << BigInt(to - from)) - 1n) << BigInt(from)

/** Domains that are cut by the same sets are cut once. */
class CutBefore extends Kept<Cells> {}

/** As `cellsOf`. */
export function sharedCells(memory: Memory, domain: Domain, sets: ReadonlySet<ValueSet>): Cells {
  const cuts = Array.from(sets, set => memory.number(set)).sort((a, b) => a - b)
  return once(memory.shelf(CutBefore), `${memory.number(domain)} ${cuts}`, () => cellsOf(domain, [...sets]))
}

/** Cuts a domain by the sets of all tests on its fact. */
export function cellsOf(domain: Domain, sets: readonly ValueSet[]): Cells {
  const cut = domain.grid ? gridCells(domain, domain.grid, sets) : textCells(domain, sets)
  const ids = new Map<string, number>()
  /** What fits into a number is its own; engines tell large sets apart by their first 64 cells alone, texts by all. */
  const idOf = (cells: CellSet) => {
    if (cut.count <= 52) return Number(cells)
    const text = cells.toString(32)
    const known = ids.get(text)
    if (known !== undefined) return known
    ids.set(text, ids.size)
    return ids.size - 1
  }
  const printed = new Map<number, string | null>()
  const known = new WeakMap<ValueSet, CellSet>()
  return {
    ...cut,
    idOf,
    of: set => {
      const before = known.get(set)
      if (before !== undefined) return before
      const cells = cut.of(set)
      known.set(set, cells)
      return cells
    },
    text: cells => {
      const id = idOf(cells)
      let text = printed.get(id)
      if (text === undefined) {
        text = printSet(cut.values(cells), domain)
        printed.set(id, text)
      }
      return text
    },
  }
}

type Cut = Omit<Cells, 'text' | 'idOf'>

function gridCells(domain: Domain, grid: Grid, sets: readonly ValueSet[]): Cut {
  const cuts = new Set<number>()
  for (const set of sets)
    if (set.of === 'grid')
      for (const [low, high] of set.ranges) {
        cuts.add(low)
        cuts.add(grid.next(high))
      }
  const sorted = [...cuts].sort((a, b) => a - b)
  const ranges: Range[] = []
  if (domain.all.of === 'grid') {
    let i = 0
    for (const [low, high] of domain.all.ranges) {
      let from = low
      while (i < sorted.length && sorted[i]! <= high) {
        if (sorted[i]! > from) {
          ranges.push([from, grid.previous(sorted[i]!)])
          from = sorted[i]!
        }
        i++
      }
      ranges.push([from, high])
    }
  }
  const count = ranges.length + (domain.all.null ? 1 : 0)
  const nullCell = 1n << BigInt(ranges.length)
  /** How many cells lie wholly below the value. */
  const below = (value: number) => {
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle]![1] < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    domain,
    count,
    all: span(0, count),
    of: set => {
      let cells = set.null && domain.all.null ? nullCell : 0n
      if (set.of === 'grid')
        for (const [low, high] of set.ranges) {
          const [from, to] = [below(low), below(grid.next(high))]
          if (to > from) cells |= span(from, to)
        }
      return cells
    },
    values: cells => {
      const joined: [number, number][] = []
      for (const cell of membersOf(cells & ~nullCell)) {
        const [low, high] = ranges[cell]!
        const last = joined.at(-1)
        if (last && grid.next(last[1]) === low) last[1] = high
        else joined.push([low, high])
      }
      return { of: 'grid', ranges: joined, null: (cells & nullCell) !== 0n && domain.all.null }
    },
    sample: cell => (cell === ranges.length ? null : toJson(domain.type, plainValue(ranges[cell]!, domain))),
  }
}

/** Noon, nothing, or a day in a near year: where a plain value of a range is looked for first. */
const ANCHORS: Partial<Record<Domain['type'], number>> = {
  date: 20_454, // 2026-01-01
  time: 43_200,
  'date and time': 1_767_268_800_000, // 2026-01-01T12:00:00Z
}

function plainValue([low, high]: Range, { type, grid }: Domain): Point {
  if (type === 'boolean') return low === 1
  const anchor = ANCHORS[type] ?? 0
  const near = Math.min(high, Math.max(low, anchor))
  const toward = near === low ? Math.ceil : Math.floor
  for (const scale of [1, 10, 100, 1000]) {
    const plain = toward(near * scale) / scale
    if (plain >= low && plain <= high && grid!.floor(plain) === plain) return plain
  }
  return near
}

function textCells(domain: Domain, sets: readonly ValueSet[]): Cut {
  const all = domain.all as Extract<ValueSet, { of: 'text' }>
  const mentioned = new Set(all.but ? [] : all.texts)
  const excluded = new Set(all.but ? all.texts : [])
  if (all.but)
    for (const set of sets)
      if (set.of === 'text') for (const text of set.texts) if (!excluded.has(text)) mentioned.add(text)
  const texts = [...mentioned].sort((a, b) => (a < b ? -1 : 1))
  const index = new Map(texts.map((text, i) => [text, i]))
  const other = all.but ? 1 : 0
  const count = texts.length + other + (all.null ? 1 : 0)
  const otherCell = all.but ? 1n << BigInt(texts.length) : 0n
  const nullCell = all.null ? 1n << BigInt(texts.length + other) : 0n
  const listed = (names: Iterable<string>) => {
    let cells = 0n
    for (const text of names) {
      const i = index.get(text)
      if (i !== undefined) cells |= 1n << BigInt(i)
    }
    return cells
  }
  const texted = span(0, texts.length)
  return {
    domain,
    count,
    all: span(0, count),
    of: set => {
      if (set.of !== 'text') return 0n
      const named = listed(set.texts)
      return (set.but ? (texted & ~named) | otherCell : named) | (set.null ? nullCell : 0n)
    },
    values: cells => {
      const nul = (cells & nullCell) !== 0n
      const without = texts.filter((_, i) => (cells & (1n << BigInt(i))) === 0n)
      if ((cells & otherCell) !== 0n) return textSet(true, [...excluded, ...without], nul)
      return textSet(
        false,
        texts.filter((_, i) => (cells & (1n << BigInt(i))) !== 0n),
        nul,
      )
    },
    sample: cell => {
      if (cell < texts.length) return texts[cell]!
      if (cell === texts.length + other) return null
      let text = 'other'
      while (mentioned.has(text) || excluded.has(text)) text += '-'
      return text
    },
  }
}
