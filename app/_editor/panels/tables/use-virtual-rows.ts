'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Column } from './columns'
import type { Item } from './items'

/** So many rows are drawn whole: that is quick, and they are found by the browser's own search. */
const FEW = 60
const LINE = 18.2
const PADDING = 13
/** In pixels of the table's type: on average. */
const LETTER = 6.6

/** About how high a row is before it has been drawn. */
function heightOf(item: Item, columns: readonly Column[]): number {
  if (item.is === 'group') return 34
  const lines = columns.map(({ key, width }) => {
    const perLine = Math.max(1, (width - 20) / LETTER)
    return (item.words.texts.get(key) ?? ['–']).reduce(
      (sum, text) => sum + Math.ceil(text.length / perLine),
      0,
    )
  })
  return PADDING + LINE * Math.max(1, ...lines)
}

/** How far an element lies below the top of what its scroller scrolls, kept up to date as tables above it change. */
function useOffset(scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>) {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const content = scroller.current?.firstElementChild
    if (!scroller.current || !content) return
    const measure = () => {
      const [outer, inner] = [scroller.current, body.current]
      if (!outer || !inner) return
      const at = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop
      setOffset(Math.round(at))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(content)
    return () => observer.disconnect()
  }, [scroller, body])
  return offset
}

/** Which of the rows are to be drawn, and how much room those before and after them take. */
export function useVirtualRows(
  items: readonly Item[],
  columns: readonly Column[],
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
) {
  const scrollMargin = useOffset(scroller, body)
  const whole = items.length <= FEW
  const virtualizer = useVirtualizer({
    count: items.length,
    enabled: !whole,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(items[index]!, columns),
    getItemKey: index => {
      const item = items[index]!
      return item.is === 'group' ? `group ${item.title}` : item.words.row.id
    },
    scrollMargin,
    overscan: 12,
    // The heads lie over the first rows in sight.
    scrollPaddingStart: 60,
    scrollPaddingEnd: 12,
  })
  const drawn = virtualizer.getVirtualItems()
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (whole || !first || !last)
    return {
      from: 0,
      to: whole ? items.length : FEW,
      before: 0,
      after: 0,
      measure: undefined,
      scrollTo: () => {},
    }
  return {
    from: first.index,
    to: last.index + 1,
    before: first.start - scrollMargin,
    after: virtualizer.getTotalSize() - (last.end - scrollMargin),
    measure: virtualizer.measureElement,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  }
}
