import type { CellContext } from './cells'
import type { Column } from './columns'
import type { Rect } from './range'
import { sizeOf, tile } from './range'
import type { RowTexts } from './read-rows'
import type { ViewRow } from './view-rows'

/** What is pasted, told by rows. */
export interface Pasted {
  rows: RowTexts[]
  /** Cells beyond the last column, which have no place. */
  beside: number
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The columns that a first row of headings names, in its order; undefined where it is a row like the others. */
function headed(
  cells: readonly (readonly string[])[],
  columns: readonly Column[],
): (Column | undefined)[] | undefined {
  const [first, ...rest] = cells
  if (!first || rest.length === 0) return undefined
  const named = first.map(cell => columns.find(column => same(column.title, cell)))
  const all = first.every((cell, i) => cell.trim() === '' || named[i] !== undefined)
  return all && named.some(column => column !== undefined) ? named : undefined
}

/**
 * Where pasted cells go: into the rows from the upper left corner of what is selected on, and what is beyond the last
 * answer into new ones. One cell, or a few, fill a selection that is some times as large. A first row that repeats the
 * headings says which column is which.
 */
export function pasteRows(
  cells: readonly (readonly string[])[],
  rect: Rect,
  rows: readonly ViewRow[],
  { columns }: Pick<CellContext, 'columns'>,
): Pasted {
  const named = headed(cells, columns)
  const body = named ? cells.slice(1) : tile(cells, sizeOf(rect))
  const columnAt = (i: number) => (named ? named[i] : columns[rect.left + i])
  const targets: (string | null)[] = []
  for (let i = rect.top; i < rows.length && targets.length < body.length; i++) {
    const row = rows[i]!
    if (row.is === 'answer') targets.push(row.edge.id)
    else if (row.is === 'otherwise' && i === rect.top) targets.push(row.edge.id)
    else break
  }
  let beside = 0
  const texts = body.map((line, i): RowTexts => {
    const placed = line.flatMap((text, j) => {
      const column = columnAt(j)
      if (!column && text.trim() !== '') beside++
      return column ? [{ column, text }] : []
    })
    return { id: targets[i] ?? null, cells: placed }
  })
  // A new answer of which nothing is said is none.
  return {
    rows: texts.filter(row => row.id !== null || row.cells.some(cell => cell.text.trim() !== '')),
    beside,
  }
}
