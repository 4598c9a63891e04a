'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Bottom } from '../document/store'

const LEAST = 90
const STEP = 20

/** How high each part is to begin with: a table wants to be seen, findings want to be near. */
const FIRST = { findings: 190, scenarios: 240, tables: 320 } as const satisfies Record<Bottom, number>

/** The height of the bottom panel, a measure for each of its parts, and the grip that changes it. */
export function useHeight(part: Bottom) {
  const [heights, setHeights] = useState<Record<Bottom, number>>(FIRST)
  const height = heights[part]
  const most = () => Math.max(LEAST, window.innerHeight - 260)
  const set = (next: number) =>
    setHeights(now => ({ ...now, [part]: Math.min(most(), Math.max(LEAST, next)) }))

  const grip = {
    role: 'separator',
    'aria-orientation': 'horizontal',
    'aria-label': 'Height of the panel below',
    'aria-valuenow': height,
    'aria-valuemin': LEAST,
    tabIndex: 0,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) set(height - event.movementY)
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      event.preventDefault()
      set(height + (event.key === 'ArrowUp' ? STEP : -STEP))
    },
  } as const

  return { height: `min(${height}px, 62%)`, grip }
}
