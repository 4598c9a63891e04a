import { type Runs, within } from './runs'

/** A row as the index sees it; facts and cells are numbers. */
export interface IndexedRow {
  /** Its tests by fact, in the order in which the facts would be asked for. */
  tests: ReadonlyMap<number, Runs>
  outcome: number
}

/**
 * A node of the decision graph that the rows of a table make. It tests a fact: its entries say from which cell on which
 * node, or which row, comes next. Rows are written `~row`. A node of no fact, -1, has its rows tried one after another.
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

/** What `RowIndex.row` answers where a fact that it comes to is not known. */
export const UNSETTLED = -1

/** Finds the rows of one table. Numbers stand for the values of facts as `FactCells` says; NaN is not known. */
export interface RowIndex {
  /** The row that holds, or `UNSETTLED`: then `possible` has to look further. */
  row: (values: Float64Array) => number
  /** The first row that is possible, and whether all that are have its outcome. */
  possible: (values: Float64Array) => { first: number; settled: boolean }
}

/** Lays the nodes out in arrays of numbers, so that a walk follows no pointers; `root` is one of them or `~row`. */
export function rowIndex(
  root: number,
  nodes: readonly RowNode[],
  rows: readonly IndexedRow[],
  facts: readonly { lows: Float64Array }[],
): RowIndex {
  // By node, where its entries begin, up to where the next one's do; by entry, the least number that it is for.
  const starts = [0]
  const lows: number[] = []
  const next: number[] = []
  for (const { fact, rows: its, entries } of nodes) {
    if (fact < 0) for (const row of its) next.push(row)
    // Cells that the box leaves out belong to whatever stands before them.
    else
      for (const { cell, to } of entries.sort((a, b) => a.cell - b.cell))
        if (next.length === starts.at(-1) || next.at(-1) !== to) {
          lows[next.length] = facts[fact]!.lows[cell]!
          next.push(to)
        }
    starts.push(next.length)
  }
  const fact = Int32Array.from(nodes, node => node.fact)
  const start = Int32Array.from(starts)
  const low = Float64Array.from(lows)
  const to = Int32Array.from(next)
  const below = Int32Array.from(nodes, node => node.below)
  const first = Int32Array.from(nodes, node => node.rows[0]!)
  // The outcome that all rows of a node have, or -1.
  const outcome = Int32Array.from(nodes, node => {
    const { outcome } = rows[node.rows[0]!]!
    return node.rows.every(row => rows[row]!.outcome === outcome) ? outcome : -1
  })
  const visited = new Int32Array(fact.length)
  let visit = 0

  function row(values: Float64Array): number {
    let at = root
    while (at >= 0) {
      const by = fact[at]!
      // Where rows are tried one after another, there is no shorter way than that of `possible`.
      const value = by < 0 ? Number.NaN : values[by]!
      if (Number.isNaN(value)) return UNSETTLED
      at = to[entryFor(low, start[at]!, start[at + 1]!, value)]!
    }
    return ~at
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
    visit++
    const open = [root]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at < 0) {
        found(~at, rows[~at]!.outcome)
        continue
      }
      if (visited[at] === visit) continue
      visited[at] = visit
      if (first[at]! >= best && (!settled || (outcome[at] !== -1 && outcome[at] === shared))) continue
      const by = fact[at]!
      const from = start[at]!
      const end = start[at + 1]!
      if ((below[at]! & known) === 0) found(first[at]!, outcome[at]!)
      else if (by < 0) {
        for (let i = from; i < end; i++) if (passes(to[i]!, values)) open.push(~to[i]!)
      } else if (Number.isNaN(values[by]!)) for (let i = end - 1; i >= from; i--) open.push(to[i]!)
      else open.push(to[entryFor(low, from, end, values[by]!)]!)
    }
    return { first: best, settled }
  }

  /** Whether no fact known fails the row's test. */
  function passes(row: number, values: Float64Array): boolean {
    for (const [fact, runs] of rows[row]!.tests) {
      const { lows } = facts[fact]!
      const value = values[fact]!
      const cell = entryFor(lows, 0, lows.length, value)
      if (!Number.isNaN(value) && !within([cell, cell + 1], runs)) return false
    }
    return true
  }

  return { row, possible }
}

/** The last of the entries whose least number is not above the value. That of the first one counts as lower than all. */
function entryFor(low: Float64Array, from: number, end: number, value: number): number {
  let least = from
  let most = end - 1
  while (least < most) {
    const middle = (least + most + 1) >> 1
    if (low[middle]! <= value) least = middle
    else most = middle - 1
  }
  return least
}
