'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import { around, type Bounds } from './boxes'
import { glide } from './use-controls'

const EDGE = 40

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
      const { left, top, right, bottom } = root.current.getBoundingClientRect()
      const from = flow.flowToScreenPosition(box)
      const to = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height })
      const seen =
        from.x > left + EDGE && from.y > top + EDGE && to.x < right - EDGE && to.y < bottom - EDGE - 50
      if (seen) return
      const zoom = flow.getZoom()
      flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: glide() })
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
