'use client'

import { type FocusEvent, type KeyboardEvent, useState } from 'react'

interface Cell {
  row: number
  column: number
}

const MOVES: Record<string, (cell: Cell, last: Cell, all: boolean) => Cell> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - 10, column }),
  PageDown: ({ row, column }) => ({ row: row + 10, column }),
  Home: ({ row }, _, all) => ({ row: all ? 0 : row, column: 0 }),
  End: ({ row }, last, all) => ({ row: all ? last.row : row, column: last.column }),
}

const within = (at: number, last: number) => Math.min(last, Math.max(0, at))

const cellOf = (target: EventTarget): Cell | null => {
  const found =
    target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined
  const [row = 0, column = 0] = found?.split(' ').map(Number) ?? []
  return found === undefined ? null : { row, column }
}

/**
 * A table as a grid: one stop for Tab, the arrow keys lead from cell to cell. A cell is marked by `data-cell`, its row
 * and column; what is pressed in it is a button.
 */
export function useGridKeys(rows: number, columns: number) {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 })
  const last = { row: rows - 1, column: columns - 1 }
  const stop = { row: within(at.row, last.row), column: within(at.column, last.column) }

  return {
    isStop: (row: number, column: number) => row === stop.row && column === stop.column,
    grid: {
      onFocus(event: FocusEvent) {
        const cell = cellOf(event.target)
        if (cell && (cell.row !== at.row || cell.column !== at.column)) setAt(cell)
      },
      onKeyDown(event: KeyboardEvent) {
        const move = MOVES[event.key]
        // What is typed in a form that a cell has opened comes here too, as React sees it; it is none of the grid's.
        const cell = event.currentTarget.contains(event.target as Node) ? cellOf(event.target) : null
        if (!move || !cell || event.altKey || event.shiftKey) return
        event.preventDefault()
        event.stopPropagation()
        const next = move(cell, last, event.ctrlKey || event.metaKey)
        const { row, column } = { row: within(next.row, last.row), column: within(next.column, last.column) }
        setAt({ row, column })
        event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"] button`)?.focus()
      },
    },
  }
}
