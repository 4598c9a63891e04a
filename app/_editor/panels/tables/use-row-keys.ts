'use client'

import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Item } from './items'

const PAGE = 10

const WAYS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  PageDown: at => at + PAGE,
  PageUp: at => at - PAGE,
  Home: () => 0,
  End: (_, last) => last,
}

/** A row far away is drawn a moment after the table was scrolled there. */
function focusRow(body: HTMLElement | null, index: number, tries = 20) {
  const button = body?.querySelector<HTMLElement>(`[data-index="${index}"] button`)
  if (button) button.focus()
  else if (tries > 0) requestAnimationFrame(() => focusRow(body, index, tries - 1))
}

/** The rows are one stop for Tab; within them the arrow keys lead from number to number. */
export function useRowKeys(
  items: readonly Item[],
  body: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const [at, setAt] = useState(0)
  const last = items.length - 1
  // What was filtered away is no stop any more.
  const stop = Math.min(at, last)

  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key]
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!way || !row || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.min(last, Math.max(0, way(Number(row.dataset.index), last)))
    setAt(next)
    scrollTo(next)
    focusRow(body.current, next)
  }
  return { stop, onKeyDown }
}
