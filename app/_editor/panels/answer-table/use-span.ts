import { useLayoutEffect, useRef, useState } from 'react'
import { at, type Span, within } from './range'
import type { ViewRow } from './view-rows'

/** What is selected. It stays with its rows when they move, and where it was when they go. */
export function useSpan(rows: readonly ViewRow[], columns: number) {
  const [wanted, setSpan] = useState<Span>(at(0, 0))
  const last = useRef(rows)
  const coming = useRef<{ key: string; column: number } | null>(null)
  const span = within(wanted, { rows: rows.length, columns })

  useLayoutEffect(() => {
    const before = last.current
    last.current = rows
    if (before === rows) return
    const next = coming.current
    if (next) {
      const row = rows.findIndex(each => each.key === next.key)
      if (row >= 0) {
        coming.current = null
        return setSpan(at(row, next.column))
      }
    }
    setSpan(now => {
      const key = before[now.active.row]?.key
      if (key === undefined || rows[now.active.row]?.key === key) return now
      const row = rows.findIndex(each => each.key === key)
      if (row < 0) return now
      const by = row - now.active.row
      if (now.end === now.active) return at(row, now.active.column)
      return { active: { ...now.active, row }, end: { ...now.end, row: Math.max(0, now.end.row + by) } }
    })
  }, [rows])

  return {
    span,
    setSpan,
    /** Selects a row's cell, now or as soon as the row is there. */
    goTo(key: string, column: number) {
      const row = rows.findIndex(each => each.key === key)
      if (row >= 0) setSpan(at(row, column))
      else coming.current = { key, column }
    },
  }
}
