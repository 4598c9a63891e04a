'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect, useMemo } from 'react'
import type { CanvasControls } from '../commands/command'
import { useCommands } from '../commands/commands-provider'
import { useEditorStore } from '../document/store'
import { around, type Bounds } from './boxes'
import { elementOf, type Stop, stopOf } from './tab-stops'

export const reducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
/** How long the view takes to get somewhere, in milliseconds. */
export const glide = () => (reducedMotion() ? 0 : 220)

/** Room for the palette below and the bands' names above. */
export const FIT = {
  padding: { top: '52px', bottom: '84px', left: '36px', right: '36px' },
  maxZoom: 1,
} as const

/** Focuses a card or a line as soon as it is there: a node just added is drawn a moment later. */
function focusStop(root: HTMLElement | null, stop: Stop, tries = 20) {
  const element = elementOf(root, stop)
  if (element && getComputedStyle(element).visibility !== 'hidden') element.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusStop(root, stop, tries - 1))
}

/** Hands the canvas to the commands, for as long as it is on the page. */
export function useControls(root: { current: HTMLElement | null }, boxes: () => ReadonlyMap<string, Bounds>) {
  const flow = useReactFlow()
  const store = useEditorStore()
  const { registerCanvas } = useCommands()
  const controls = useMemo<CanvasControls>(
    () => ({
      zoomIn: () => void flow.zoomIn({ duration: glide() }),
      zoomOut: () => void flow.zoomOut({ duration: glide() }),
      zoomReset() {
        const places = boxes()
        const chosen = around(store.getState().selection.nodes.flatMap(id => places.get(id) ?? []))
        const duration = glide()
        if (!chosen) return void flow.zoomTo(1, { duration })
        const { x, y, width, height } = chosen
        void flow.setCenter(x + width / 2, y + height / 2, { zoom: 1, duration })
      },
      // The cards that were just placed are measured first.
      fit: () => void requestAnimationFrame(() => flow.fitView({ ...FIT, duration: glide() })),
      fitSelection() {
        const { document, selection } = store.getState()
        const ends = document.chart.edges.filter(edge => selection.edges.includes(edge.id))
        const ids = [...selection.nodes, ...ends.flatMap(edge => [edge.from, edge.to])]
        void flow.fitView({ ...FIT, nodes: ids.map(id => ({ id })), duration: glide() })
      },
      centre() {
        const { left, top, width, height } = root.current!.getBoundingClientRect()
        return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 })
      },
      boxes,
      focused: () => stopOf(window.document.activeElement),
      focus: (id, is = 'node') => focusStop(root.current, { is, id }),
    }),
    [flow, root, boxes, store],
  )
  useEffect(() => registerCanvas(controls), [registerCanvas, controls])
}
