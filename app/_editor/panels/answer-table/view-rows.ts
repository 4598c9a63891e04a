import type { When } from '@/compiler/language/handbook'
import type { Edge } from '@/compiler/language/policy'
import { setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { contains, type ValueSet } from '@/compiler/language/tests/value-set'
import type { Point } from '@/compiler/runtime/values'
import { domainOfFact } from '../../document/fact-domain'
import { inOrder } from '../../document/ways-out'
import { type CellContext, showCell } from './cells'
import type { Column, FactColumn } from './columns'

/** Which rows of a column are shown. */
export interface Filter {
  /** Words that the cell has. */
  words?: string
  /** Of facts: the case for which it holds; null is "nobody knows". */
  holds?: Point | null
}

/** By the keys of their columns. */
export type Filters = Readonly<Record<string, Filter>>

/** How the rows are shown; the order of the answers is another thing. */
export interface Sort {
  column: string
  down: boolean
}

/** A row as it is shown. `number` is its place among the answers, from 1. */
export type ViewRow =
  | { is: 'answer'; key: string; edge: Edge; number: number }
  /** Cases that no answer covers. */
  | { is: 'missing'; key: 'missing'; when: When }
  /** The empty row that becomes a new answer. */
  | { is: 'blank'; key: 'blank' }
  | { is: 'otherwise'; key: string; edge: Edge; number: number }

interface View {
  edges: readonly Edge[]
  filters: Filters
  sort: Sort | null
  missing: When | null
  readOnly: boolean
}

/** The rows in the order in which they are shown: answers, what is missing, the empty row, and `otherwise`. */
export function viewRows({ edges, filters, sort, missing, readOnly }: View, context: CellContext): ViewRow[] {
  const ordered = inOrder(edges)
  const holds = holdsFor(filters, context)
  const rows: ViewRow[] = []
  const last: ViewRow[] = []
  ordered.forEach((edge, i) => {
    if (!holds(edge)) return
    if (edge.otherwise) last.push({ is: 'otherwise', key: edge.id, edge, number: i + 1 })
    else rows.push({ is: 'answer', key: edge.id, edge, number: i + 1 })
  })
  if (sort) sortRows(rows as Extract<ViewRow, { is: 'answer' }>[], sort, context)
  if (missing) rows.push({ is: 'missing', key: 'missing', when: missing })
  if (!readOnly) rows.push({ is: 'blank', key: 'blank' })
  return [...rows, ...last]
}

function holdsFor(filters: Filters, context: CellContext): (edge: Edge) => boolean {
  const tests = context.columns.flatMap(column => {
    const filter = filters[column.key]
    if (!filter) return []
    const found: ((edge: Edge) => boolean)[] = []
    const words = filter.words?.trim().toLowerCase()
    if (words)
      found.push(edge => {
        const shown = showCell(edge, column, context).words
        return (shown === '' && column.is === 'fact' ? 'anything' : shown).toLowerCase().includes(words)
      })
    if (filter.holds !== undefined && column.is === 'fact') {
      const point = filter.holds
      found.push(edge => edge.otherwise === true || passes(edge, column, point))
    }
    return found
  })
  return edge => tests.every(test => test(edge))
}

/** Whether an answer can hold where the fact has this value; what cannot be read holds for nothing. */
function passes(edge: Edge, column: FactColumn, point: Point | null): boolean {
  const text = edge.when?.[column.id]
  if (text === undefined) return true
  const set = setFrom(text, column)
  return set !== undefined && contains(set, point)
}

function setFrom(text: string, { fact }: FactColumn): ValueSet | undefined {
  const parsed = fact && parseTest(text, fact.type)
  return parsed?.ok ? setOf(parsed.test, domainOfFact(fact!)) : undefined
}

/** By what a person would expect: amounts and moments from their lower ends on, the rest by its words, nothing last. */
function sortRows(
  rows: Extract<ViewRow, { is: 'answer' }>[],
  { column: key, down }: Sort,
  context: CellContext,
) {
  const column = context.columns.find(each => each.key === key)
  if (!column) return
  const sortKey = new Map(rows.map(row => [row, keyOf(row.edge, column, context)]))
  rows.sort((a, b) => {
    const [one, two] = [sortKey.get(a)!, sortKey.get(b)!]
    if (one.empty !== two.empty) return one.empty ? 1 : -1
    const by = compare(one.bounds, two.bounds) || one.words.localeCompare(two.words, 'en')
    return (down ? -by : by) || a.number - b.number
  })
}

function keyOf(edge: Edge, column: Column, context: CellContext) {
  const { words } = showCell(edge, column, context)
  const text = column.is === 'fact' ? edge.when?.[column.id] : undefined
  const set = text === undefined ? undefined : setFrom(text, column as FactColumn)
  const first = set?.of === 'grid' ? set.ranges[0] : undefined
  const last = set?.of === 'grid' ? set.ranges.at(-1) : undefined
  return { empty: words === '', words, bounds: first && last ? [first[0], last[1]] : [] }
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  // What cannot be read comes behind what can.
  return b.length - a.length
}
