/** A cell by its place in what is shown, both from 0. Row -1 is that of the headings. */
export interface Cell {
  row: number
  column: number
}

/**
 * The cells that are selected: a rectangle from the cell that has the focus, into which one types, to the one opposite.
 */
export interface Span {
  active: Cell
  end: Cell
}

/** Its edges are in it. */
export interface Rect {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Size {
  rows: number
  columns: number
}

/** One cell; both of its corners are the same object. */
export const at = (row: number, column: number): Span => only({ row, column })
const only = (cell: Cell): Span => ({ active: cell, end: cell })

export const rectOf = ({ active, end }: Span): Rect => ({
  top: Math.min(end.row, active.row),
  left: Math.min(end.column, active.column),
  bottom: Math.max(end.row, active.row),
  right: Math.max(end.column, active.column),
})

export const sizeOf = ({ top, left, bottom, right }: Rect): Size => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
})

/** The span within a table of this size, which may have become smaller. */
export function within(span: Span, { rows, columns }: Size): Span {
  const { active, end } = span
  const clip = ({ row, column }: Cell): Cell => ({
    row: Math.min(row, rows - 1),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  const inside = (cell: Cell) => cell.row < rows && cell.column < columns
  if (inside(active) && inside(end)) return span
  return active === end ? only(clip(active)) : { active: clip(active), end: clip(end) }
}

const STEPS: Record<string, (cell: Cell, size: Size, far: boolean, page: number) => Cell> = {
  ArrowUp: ({ row, column }, _, far) => ({ row: far ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, far) => ({ row: far ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, far) => ({ row, column: far ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, far) => ({ row, column: far ? columns - 1 : column + 1 }),
  Home: ({ row }, _, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }, _, __, page) => ({ row: Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { rows }, _, page) => ({ row: Math.min(rows - 1, row + page), column }),
}

export interface Stride {
  /** With Shift: what is selected grows. */
  extend: boolean
  /** With Ctrl, or ⌘: all the way. */
  far: boolean
  /** How many rows are in sight. */
  page: number
}

/** The span after a key that moves; undefined where the key does not. The headings are above the first row. */
export function move(span: Span, key: string, size: Size, { extend, far, page }: Stride): Span | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const to = step(extend ? span.end : span.active, size, far, page)
  const least = extend ? 0 : -1
  const cell = {
    row: Math.max(least, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  }
  if (!extend) return only(cell)
  return { active: { ...span.active, row: Math.max(0, span.active.row) }, end: cell }
}

/** The cell behind or before, at the end of a row on the next one: where Tab leads. */
export function next({ row, column }: Cell, by: 1 | -1, { rows, columns }: Size): Cell | undefined {
  const place = row * columns + column + by
  return place < 0 || place >= rows * columns
    ? undefined
    : { row: Math.floor(place / columns), column: place % columns }
}

/** Cells repeated so that they fill a rectangle, where it is some whole number of times as large. */
export function tile<T>(cells: readonly (readonly T[])[], { rows, columns }: Size): (readonly T[])[] {
  const width = cells[0]?.length ?? 0
  const even = cells.every(row => row.length === width)
  if (!even || width === 0 || rows % cells.length !== 0 || columns % width !== 0) return [...cells]
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => cells[i % cells.length]![j % width]!),
  )
}
