'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import { around, type Bounds } from './boxes'
import { glide } from './use-controls'

const EDGE = 40
/** The palette lies over the lower edge. */
const PALETTE = 50
/** And the small map over the corner at its end. */
const MAP = { width: 160, height: 160 }

/** How far something has to move to be seen from `from` to `to`: no further than it must; its middle, where it is larger. */
function short(start: number, size: number, from: number, to: number): number {
  if (size > to - from) return (from + to - size) / 2 - start
  if (start < from) return from - start
  return Math.min(0, to - size - start)
}

/**
 * Moves the view to what is revealed, where it is not in sight already. The zoom stays as the person chose it. Returns
 * what does the same for any nodes and edges.
 */
export function useRevealed(root: { current: HTMLElement | null }, boxes: () => ReadonlyMap<string, Bounds>) {
  const flow = useReactFlow()
  const store = useEditorStore()
  const at = useEditor(state => state.revealed?.at)

  const bringIntoView = useCallback(
    (place: { nodes?: string[]; edges?: string[] }) => {
      if (!root.current) return
      const ends = store
        .getState()
        .document.chart.edges.filter(edge => place.edges?.includes(edge.id))
        .flatMap(edge => [edge.from, edge.to])
      const places = boxes()
      const box = around([...(place.nodes ?? []), ...ends].flatMap(id => places.get(id) ?? []))
      if (!box) return
      const { width, height } = root.current.getBoundingClientRect()
      const { x, y, zoom } = flow.getViewport()
      const acrossBy = short(box.x * zoom + x, box.width * zoom, EDGE, width - EDGE)
      const underMap = (box.x + box.width) * zoom + x + acrossBy > width - MAP.width
      const below = underMap ? Math.max(EDGE + PALETTE, MAP.height) : EDGE + PALETTE
      const by = {
        x: acrossBy,
        y: short(box.y * zoom + y, box.height * zoom, EDGE, height - below),
      }
      if (by.x === 0 && by.y === 0) return
      void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: glide() })
    },
    [flow, store, root, boxes],
  )

  useEffect(() => {
    if (at === undefined) return
    const { revealed } = store.getState()
    if (revealed) bringIntoView(revealed)
  }, [at, store, bringIntoView])

  return bringIntoView
}
