'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import { around, type Bounds } from './boxes'
import { glide } from './use-controls'

const EDGE = 40

/** Moves the view to what is revealed, where it is not in sight already. The zoom stays as the person chose it. */
export function useRevealed(root: { current: HTMLElement | null }, boxes: () => ReadonlyMap<string, Bounds>) {
  const flow = useReactFlow()
  const store = useEditorStore()
  const at = useEditor(state => state.revealed?.at)

  useEffect(() => {
    if (at === undefined || !root.current) return
    const { document, revealed } = store.getState()
    const ends = document.chart.edges
      .filter(edge => revealed?.edges?.includes(edge.id))
      .flatMap(edge => [edge.from, edge.to])
    const ids = [...(revealed?.nodes ?? []), ...ends]
    const places = boxes()
    const box = around(ids.flatMap(id => places.get(id) ?? []))
    if (!box) return
    const { left, top, right, bottom } = root.current.getBoundingClientRect()
    const from = flow.flowToScreenPosition(box)
    const to = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height })
    const seen =
      from.x > left + EDGE && from.y > top + EDGE && to.x < right - EDGE && to.y < bottom - EDGE - 50
    if (seen) return
    const zoom = flow.getZoom()
    flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: glide() })
  }, [at, flow, store, root, boxes])
}
