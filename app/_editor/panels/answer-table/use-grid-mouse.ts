import type { MouseEvent } from 'react'
import { at, type Cell, rectOf, type Span } from './range'

interface GridMouse {
  span: Span
  setSpan: (span: Span) => void
  columns: number
  type: () => void
  onMenu: (at: { x: number; y: number }) => void
}

/** The cell, or the head of a row, that the mouse is on. */
function placeOf(event: MouseEvent<HTMLElement>): { row: number; column: number | null } | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || !event.currentTarget.contains(target) || target.closest('input, textarea')) return null
  const place = target.closest<HTMLElement>('[data-row]')
  if (!place || place.dataset.row === '-1') return null
  const { row, column } = place.dataset
  return { row: Number(row), column: column === undefined ? null : Number(column) }
}

/** Clicking selects, dragging and Shift select more, a double click begins to type, the head of a row is the row. */
export function useGridMouse({ span, setSpan, columns, type, onMenu }: GridMouse) {
  const rowSpan = (from: number, to: number): Span => ({
    active: { row: from, column: 0 },
    end: { row: to, column: columns - 1 },
  })
  const isIn = ({ row, column }: Cell) => {
    const { top, left, bottom, right } = rectOf(span)
    return top <= row && row <= bottom && left <= column && column <= right
  }
  return {
    onMouseDown(event: MouseEvent<HTMLElement>) {
      const place = placeOf(event)
      if (!place) return
      event.preventDefault()
      const { row, column } = place
      const menu = event.button !== 0 || (event.ctrlKey && event.type === 'contextmenu')
      if (menu && isIn({ row, column: column ?? 0 })) return
      if (column === null) return setSpan(rowSpan(event.shiftKey ? span.active.row : row, row))
      setSpan(event.shiftKey ? { active: span.active, end: { row, column } } : at(row, column))
    },
    onMouseOver(event: MouseEvent<HTMLElement>) {
      if (event.buttons !== 1) return
      const place = placeOf(event)
      if (!place || span.active.row < 0) return
      const { row, column } = place
      if (column === null) setSpan(rowSpan(span.active.row, row))
      else if (row !== span.end.row || column !== span.end.column)
        setSpan({ active: span.active, end: { row, column } })
    },
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      const place = placeOf(event)
      if (place && place.column !== null) type()
    },
    onContextMenu(event: MouseEvent<HTMLElement>) {
      const place = placeOf(event)
      if (!place) return
      event.preventDefault()
      // The menu key has no place of its own.
      const box = (event.target as Element).getBoundingClientRect()
      const byKey = event.clientX === 0 && event.clientY === 0
      onMenu(byKey ? { x: box.left + 8, y: box.bottom - 4 } : { x: event.clientX, y: event.clientY })
    },
  }
}
