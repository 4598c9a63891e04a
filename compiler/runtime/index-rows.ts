import type { FactCells } from './fact-cells'
import { bitOf, type IndexedRow, type RowIndex, type RowNode, rowIndex } from './row-index'
import { intersection, type Runs, sizeOf, within } from './runs'
import { type Group, split } from './split-rows'

/** A node whose groups are being gone through. */
interface Frame {
  node: RowNode
  groups: readonly Group[]
  next: number
  /** The cells of the node's fact before it was split. */
  box: Runs
  copies: number
}

/**
 * Makes the index of a table's rows. Rows that came from a tree are split as the tree was: by the fact that would be
 * asked next, each row whole. Others are split by the fact that repeats the fewest of them, and equal sets of rows
 * with the same left to tell apart are one node. Where rows cannot be told apart without standing in the graph more than
 * `mostCopies` times over, they are tried one after another: the graph stays proportional to the rows.
 *
 * @throws RangeError, which names the table, where the rows do not cover every case that the facts' domains allow, or two hold for one case.
 */
export function indexRows(
  rows: readonly IndexedRow[],
  facts: readonly FactCells[],
  id: string,
  mostCopies = 32,
): RowIndex {
  const fail = (message: string): never => {
    throw new RangeError(`table ${id}: ${message}`)
  }
  /** What the nodes above leave of each fact's cells. */
  const boxes = new Map<number, Runs>()
  const boxOf = (fact: number): Runs => boxes.get(fact) ?? facts[fact]!.domain
  const nodes: RowNode[] = []
  const frames: Frame[] = []
  const made = new Map<string, number>()

  /** The tests of a row that the box does not pass as a whole. */
  const openTests = (row: number) =>
    [...rows[row]!.tests].filter(([fact, runs]) => !within(boxOf(fact), runs))
  const openFacts = (its: readonly number[]) => [
    ...new Set(its.flatMap(row => openTests(row).map(([fact]) => fact))),
  ]
  const splitBy = (fact: number, its: readonly number[], whole: boolean, most?: number) =>
    split(its, row => rows[row]!.tests.get(fact), boxOf(fact), whole, most)

  /** Where the rows are within the box: a row, a node that is there already, or a new one that is still to be filled. */
  const enter = (its: readonly number[], copies: number): number => {
    if (its.length < 2) {
      if (its.length === 0 || openTests(its[0]!).length > 0) fail(UNCOVERED)
      return ~its[0]!
    }
    const key = copies < mostCopies && keyOf(its)
    const known = key && made.get(key)
    if (typeof known === 'number') return known
    const node: RowNode = { fact: facts.length, rows: its, entries: [], below: 0 }
    const at = nodes.push(node) - 1
    if (key) made.set(key, at)
    part(node, copies)
    return at
  }

  /** The rows, and the cells of every fact that still tells some of them apart. */
  const keyOf = (its: readonly number[]) =>
    JSON.stringify([its, openFacts(its).map(fact => [fact, boxOf(fact)])])

  const part = (node: RowNode, copies: number) => {
    const its = node.rows
    // Only a test of the first row can part it from the others; where none is left, it holds for what they hold for.
    const open = openTests(its[0]!)
    if (open.length === 0) fail(OVERLAP)
    let groups: Group[] | null = null
    let left = copies
    for (const [fact] of open) {
      const whole = splitBy(fact, its, true)
      if (!whole || whole.length < 2) continue
      node.fact = fact
      groups = whole
      break
    }
    let least = copies * its.length
    if (!groups)
      for (const [fact] of open) {
        const parted = splitBy(fact, its, false, least)
        if (!parted) continue
        least = parted.reduce((count, group) => count + group.rows.length, 0)
        node.fact = fact
        groups = parted
        left = (copies * its.length) / least
      }
    if (groups) frames.push({ node, groups, next: 0, box: boxOf(node.fact), copies: left })
    else {
      checkPartition(its)
      for (const row of its) for (const fact of rows[row]!.tests.keys()) node.below |= bitOf(fact)
    }
  }

  /** Rows of which no two hold together cover the box exactly where they have as many cells together as it has. */
  const checkPartition = (its: readonly number[]) => {
    const open = openFacts(its)
    const size = (box: readonly Runs[]) => box.reduce((product, runs) => product * sizeOf(runs), 1n)
    const parts = its
      .map(row => open.map(fact => intersection(rows[row]!.tests.get(fact) ?? boxOf(fact), boxOf(fact))))
      .sort(([a], [b]) => a![0]! - b![0]!)
    let sum = 0n
    for (const [i, one] of parts.entries()) {
      sum += size(one)
      for (let j = i + 1; j < parts.length && parts[j]![0]![0]! < one[0]!.at(-1)!; j++)
        if (one.every((runs, k) => intersection(runs, parts[j]![k]!).length > 0)) fail(OVERLAP)
    }
    if (sum < size(open.map(boxOf))) fail(UNCOVERED)
  }

  for (const { tests } of rows)
    for (const [fact, runs] of tests)
      if (intersection(runs, boxOf(fact)).length === 0) fail('a row of it holds for no case')
  const root = enter([...rows.keys()], mostCopies)
  for (let top = frames.at(-1); top; top = frames.at(-1)) {
    const { node, box, copies } = top
    const group = top.groups[top.next++]
    boxes.set(node.fact, group?.runs ?? box)
    if (group) {
      const to = enter(group.rows, copies)
      for (let i = 0; i < group.runs.length; i += 2) node.entries.push({ cell: group.runs[i]!, to })
    } else {
      node.below = bitOf(node.fact)
      for (const { to } of node.entries) if (to >= 0) node.below |= nodes[to]!.below
      frames.pop()
    }
  }
  return rowIndex(root, nodes, rows, facts)
}

const UNCOVERED = 'its rows do not cover every case'
const OVERLAP = 'two of its rows hold for one case'
