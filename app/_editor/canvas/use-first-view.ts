'use client'

import {
  getViewportForBounds,
  type InternalNode,
  useNodesInitialized,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import { useEffect, useState } from 'react'
import { around, type Bounds } from './boxes'
import { FIT } from './use-controls'

/** Smaller than this, a chart is a pattern and not a text. */
const LEGIBLE = 0.45
const MARGIN = { left: 36, top: 56 }

const boxOf = ({ position, measured }: InternalNode): Bounds => ({
  ...position,
  width: measured.width ?? 0,
  height: measured.height ?? 0,
})

/**
 * The first view, once the cards are placed and measured: the whole chart; where it would be too small to read, its
 * beginning. Until then there is nothing worth seeing.
 */
export function useFirstView(ready: boolean, empty: boolean): boolean {
  const measured = useNodesInitialized()
  const flow = useReactFlow()
  const store = useStoreApi()
  const [seen, setSeen] = useState(false)

  useEffect(() => {
    if (seen || !ready || !(measured || empty)) return
    const { width, height } = store.getState()
    const all = around([...store.getState().nodeLookup.values()].map(boxOf))
    if (all) {
      const whole = getViewportForBounds(all, width, height, 0.15, FIT.maxZoom, FIT.padding)
      const zoom = LEGIBLE + 0.15
      const beginning = { x: MARGIN.left - all.x * zoom, y: MARGIN.top - all.y * zoom, zoom }
      // A chart that fits at real size stands at the left: it grows to the right.
      const fits = whole.zoom === FIT.maxZoom
      const small = { ...whole, x: Math.min(whole.x, 2 * MARGIN.left - all.x) }
      void flow.setViewport(whole.zoom < LEGIBLE ? beginning : fits ? small : whole)
    }
    setSeen(true)
  }, [seen, ready, measured, empty, flow, store])

  return seen
}
