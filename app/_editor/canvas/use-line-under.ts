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

/** Where a card lies over a line: at its middle, or near it. */
const PROBES = [
  [0.5, 0.5],
  [0.5, 0.3],
  [0.5, 0.7],
  [0.5, 0.1],
  [0.5, 0.9],
  [0.25, 0.5],
  [0.75, 0.5],
] as const

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
