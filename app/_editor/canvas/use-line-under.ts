'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import type { Point } from '../document/chart-edits'
import type { Bounds } from './boxes'

/** The lines at a point of the window, the uppermost first. */
const linesAt = ({ x, y }: Point): string[] =>
  window.document
    .elementsFromPoint(x, y)
    .flatMap(element => element.closest<SVGElement>('.react-flow__edge')?.dataset.id ?? [])

/** Where a card is looked under for a line: its middle first, then on outwards. */
const INWARDS = [0.5, 0.3, 0.7, 0.1, 0.9]
const PROBES = INWARDS.flatMap(across => INWARDS.map(down => [across, down] as const)).sort(
  ([a, b], [c, d]) => Math.hypot(a - 0.5, b - 0.5) - Math.hypot(c - 0.5, d - 0.5),
)

/** Finds the line that something lies over, among those that `fits`. */
export function useLineUnder() {
  const flow = useReactFlow()
  const underPoint = useCallback(
    (screen: Point, fits: (line: string) => boolean) => linesAt(screen).find(fits) ?? null,
    [],
  )
  const underCard = useCallback(
    ({ x, y, width, height }: Bounds, fits: (line: string) => boolean) => {
      for (const [across, down] of PROBES) {
        const screen = flow.flowToScreenPosition({ x: x + across * width, y: y + down * height })
        const found = linesAt(screen).find(fits)
        if (found !== undefined) return found
      }
      return null
    },
    [flow],
  )
  return { underPoint, underCard }
}
