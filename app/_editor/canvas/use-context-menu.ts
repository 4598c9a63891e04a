'use client'

import { useReactFlow } from '@xyflow/react'
import { type MouseEvent as ReactMouseEvent, useCallback, useState } from 'react'
import type { Selection } from '../document/store'
import { useEditorStore } from '../document/store'
import type { Asked } from './context-menu'

type Click = MouseEvent | ReactMouseEvent

/** Opens the menu of what was clicked on, which is selected first, unless it is already, among others. */
export function useContextMenu() {
  const flow = useReactFlow()
  const store = useEditorStore()
  const [asked, setAsked] = useState<Asked | null>(null)

  const ask = useCallback(
    (event: Click, of: Asked['of'], { nodes = [], edges = [] }: Partial<Selection> = {}) => {
      event.preventDefault()
      const { selection, select } = store.getState()
      const already =
        of !== 'canvas' &&
        nodes.every(id => selection.nodes.includes(id)) &&
        edges.every(id => selection.edges.includes(id))
      if (!already) select({ nodes, edges })
      const screen = { x: event.clientX, y: event.clientY }
      setAsked({ of, screen, at: flow.screenToFlowPosition(screen) })
    },
    [flow, store],
  )

  return {
    asked,
    endAsking: useCallback(() => setAsked(null), []),
    onPaneContextMenu: useCallback((event: Click) => ask(event, 'canvas'), [ask]),
    onEdgeContextMenu: useCallback(
      (event: Click, { id }: { id: string }) => ask(event, 'edge', { edges: [id] }),
      [ask],
    ),
    onNodeContextMenu: useCallback(
      (event: Click, { id }: { id: string }) => {
        // On the row of an answer, its line is meant.
        const edge = (event.target as Element).closest<HTMLElement>('[data-edge]')?.dataset.edge
        return edge ? ask(event, 'edge', { edges: [edge] }) : ask(event, 'node', { nodes: [id] })
      },
      [ask],
    ),
    onSelectionContextMenu: useCallback(
      (event: Click) => {
        const { nodes } = store.getState().selection
        ask(event, 'node', { nodes })
      },
      [ask, store],
    ),
  }
}
