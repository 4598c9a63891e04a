import type { JsonValue } from '@/compiler/runtime/values'
import { emptyWords } from './columns'
import type { RowWords, WordedTable } from './table-rows'
import { textOf } from './table-rows'

/** How somebody looks at the tables: which rows, which columns, in which groups. */
export interface View {
  /** Every one of these words has to occur in a row. */
  words: string
  /** By column, the only texts to be shown; '' stands for a cell that may be anything. */
  only: Record<string, string[]>
  hidden: string[]
  /** The column by which rows stand together. */
  group: string | null
  /** What is known of a case: rows that cannot be its are left out. */
  facts: Record<string, JsonValue>
  /** Only rows that go through what is selected on the chart. */
  through: boolean
}

export const EVERYTHING: View = { words: '', only: {}, hidden: [], group: null, facts: {}, through: false }

/** Rows that stand together; a table that is not grouped is one group without a title. */
export interface RowGroup {
  title: string | null
  rows: RowWords[]
}

export interface ShownTable extends WordedTable {
  groups: RowGroup[]
  /** How many of its rows are shown. */
  found: number
}

/** Which rows may be shown, by the ids of table and row. */
export type Allows = (table: string, row: RowWords) => boolean

function groupsOf(rows: RowWords[], column: string | null): RowGroup[] {
  if (column === null) return [{ title: null, rows }]
  const groups = new Map<string, RowWords[]>()
  for (const row of rows) {
    const title = textOf(row, column)
    const group = groups.get(title)
    if (group) group.push(row)
    else groups.set(title, [row])
  }
  return [...groups].map(([title, rows]) => ({ title: title || emptyWords(column), rows }))
}

/** The rows that a view shows, in the order of the table, grouped as it says. */
export function showTables(tables: readonly WordedTable[], view: View, allows: Allows[]): ShownTable[] {
  const terms = view.words.toLowerCase().split(/\s+/).filter(Boolean)
  const only = Object.entries(view.only).map(([key, texts]) => [key, new Set(texts)] as const)
  return tables.map(table => {
    const rows = table.rows.filter(
      row =>
        only.every(([key, texts]) => texts.has(textOf(row, key))) &&
        allows.every(allow => allow(table.id, row)) &&
        (terms.length === 0 || hasWords(row, terms)),
    )
    return { ...table, groups: groupsOf(rows, view.group), found: rows.length }
  })
}

/** All that a row says, in small letters: put together once, not at every letter that is typed. */
const said = new WeakMap<RowWords, string>()

function hasWords(words: RowWords, terms: readonly string[]): boolean {
  const { row, texts } = words
  const text = said.get(words) ?? `${row.id}\n${[...texts.values()].flat().join('\n')}`.toLowerCase()
  said.set(words, text)
  return terms.every(term => text.includes(term))
}

/** What the cells of a column say over all tables, with how many rows do, in the order in which they come up. */
export function textsOf(tables: readonly WordedTable[], column: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rows } of tables)
    for (const row of rows) {
      const text = textOf(row, column)
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  return counts
}
