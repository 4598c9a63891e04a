import { type Runs, within } from './runs'
import { UNSETTLED } from './unsettled'

/** A row as the index sees it; facts and cells are numbers. */
export interface IndexedRow {
  /** Its tests by fact, in the order in which the facts would be asked for. */
  tests: ReadonlyMap<number, Runs>
  outcome: number
}

/**
 * A node of the decision graph that the rows of a table make. It tests a fact: its entries say from which cell on which
 * node, or which row, comes next. Rows are written `~row`. A node whose fact is one more than there are has its rows tried
 * one after another.
 */
export interface RowNode {
  fact: number
  /** The rows that are possible where a walk comes to it, ascending. */
  rows: readonly number[]
  entries: { cell: number; to: number }[]
  /** The facts that are tested from here on, as bits; see `bitOf`. */
  below: number
}

/** The bit of a fact. Facts may share one: what is read off the bits is on the safe side then. */
export const bitOf = (fact: number): number => 1 << (fact % 31)

/**
 * Finds the rows of one table. Numbers stand for the values of facts as `FactCells` says; NaN is not known, and there is
 * one NaN behind them.
 */
export interface RowIndex {
  /** The row that holds, or `UNSETTLED`: then `possible` has to look further. */
  row: (values: Float64Array) => number
  /** The first row that is possible, and whether all that are have its outcome. */
  possible: (values: Float64Array) => { first: number; settled: boolean }
}

/**
 * Lays the nodes out one after another in one piece of memory, so that a walk finds all that it needs of a node in one
 * or two lines of the cache: where there are many rows, that is what takes the time. `root` is a node or `~row`.
 *
 * A node begins at a place, of eight bytes: there are its fact and how many entries it has. The places behind it hold the
 * least number that each entry but the first is for; then come the entries, two to a place: the places of other nodes,
 * or `~row`. Where they are not much fewer than the cells, texts have an entry for each cell, which is found by the
 * text's number: there are no least numbers then, and the count has a minus. So it has where rows are tried.
 */
export function rowIndex(
  root: number,
  nodes: readonly RowNode[],
  rows: readonly IndexedRow[],
  facts: readonly { lows: Float64Array; texts: { size: number } }[],
): RowIndex {
  const ints: number[] = []
  // By place, the least numbers; and what only a search looks at: the last one that came by, the facts tested from here
  // on, the first row that is possible here, and the outcome that all of them have, or -1.
  const lows: number[] = []
  const said: number[] = []
  const places = nodes.map(({ fact, rows: its, entries, below }) => {
    const note = ints.push(fact, 0) - 2
    const to: number[] = []
    const cells = facts[fact]?.lows
    const each = !cells || (facts[fact]!.texts.size > 0 && cells.length < 4 * entries.length)
    entries.sort((a, b) => a.cell - b.cell)
    let next = 0
    if (cells)
      for (const cell of each ? cells.keys() : entries.map(entry => entry.cell)) {
        // Cells that the box leaves out belong to whatever stands before them.
        while (entries[next + 1] && entries[next + 1]!.cell <= cell) next++
        const entry = entries[next]!.to
        if (!each && to.length > 0) {
          if (to.at(-1) === entry) continue
          lows[ints.push(0, 0) / 2 - 1] = cells[cell]!
        }
        to.push(entry)
      }
    else for (const row of its) to.push(~row)
    ints[note + 1] = each ? -to.length : to.length
    for (const entry of to) ints.push(entry)
    if (ints.length % 2) ints.push(0)
    said[note + 1] = below
    said[note + 2] = its[0]!
    const { outcome } = rows[its[0]!]!
    said[note + 3] = its.every(row => rows[row]!.outcome === outcome) ? outcome : -1
    return note / 2
  })
  const node = Int32Array.from(ints)
  const low = new Float64Array(node.buffer)
  lows.forEach((least, place) => {
    low[place] = least
  })
  const notes = Int32Array.from(ints, (_, i) => said[i]!)
  /** Where the entries of a node are. */
  const entriesAt = (at: number) => 2 * (at + Math.max(1, node[2 * at + 1]!))
  const endOf = (at: number) => entriesAt(at) + Math.abs(node[2 * at + 1]!)
  for (const at of places)
    for (let i = entriesAt(at); i < endOf(at); i++) if (node[i]! >= 0) node[i] = places[node[i]!]!
  const start = root < 0 ? root : places[root]!
  let search = 0

  function row(values: Float64Array): number {
    let at = start
    while (at >= 0) {
      const value = values[node[2 * at]!]!
      if (Number.isNaN(value)) return UNSETTLED
      at = next(at, value)
    }
    return ~at
  }

  /** Where a walk goes on from a node. */
  function next(at: number, value: number): number {
    const count = node[2 * at + 1]!
    // Null, which is `Infinity`, is the last of all.
    return node[entriesAt(at) + (count < 0 ? Math.min(value, ~count) : upTo(low, at, count, value))]!
  }

  /** Goes every way that the facts known leave open, but none that can only bring more of what was found already. */
  function possible(values: Float64Array) {
    let known = 0
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known |= bitOf(i)
    let best = Infinity
    let shared = -1
    let settled = true
    const found = (row: number, its: number) => {
      if (row < best) best = row
      if (shared === -1) shared = its
      if (its === -1 || its !== shared) settled = false
    }
    search++
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at < 0) {
        found(~at, rows[~at]!.outcome)
        continue
      }
      const note = 2 * at
      if (notes[note] === search) continue
      notes[note] = search
      const first = notes[note + 2]!
      const outcome = notes[note + 3]!
      if (first >= best && (!settled || (outcome !== -1 && outcome === shared))) continue
      const fact = node[note]!
      if ((notes[note + 1]! & known) === 0) found(first, outcome)
      else if (!Number.isNaN(values[fact])) open.push(next(at, values[fact]!))
      else
        for (let i = endOf(at) - 1; i >= entriesAt(at); i--)
          if (facts[fact] || passes(~node[i]!, values)) open.push(node[i]!)
    }
    return { first: best, settled }
  }

  /** Whether no fact known fails the row's test. */
  function passes(row: number, values: Float64Array): boolean {
    for (const [fact, runs] of rows[row]!.tests) {
      const { lows } = facts[fact]!
      const value = values[fact]!
      const cell = upTo(lows, 0, lows.length, value)
      if (!Number.isNaN(value) && !within([cell, cell + 1], runs)) return false
    }
    return true
  }

  return { row, possible }
}

/**
 * The last of some numbers, ascending from a place on, that is not above the value. The first counts as lower than all.
 * Which half it is in is what no processor can foresee, so that there is no branch. Only where there is more than its
 * cache holds, a guess that is wrong every other time, and fetches what comes next while it waits, is the faster way.
 */
function upTo(low: Float64Array, from: number, count: number, value: number): number {
  let last = 0
  for (let left = count; left > 1; ) {
    const half = left >> 1
    const is = low[from + last + half]! <= value
    if (low.length < 30_000) last += Number(is) * half
    else if (is) last += half
    left -= half
  }
  return last
}
