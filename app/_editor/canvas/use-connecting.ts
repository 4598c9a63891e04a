'use client'

import { type Connection, type FinalConnectionState, useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { useCommands } from '../commands/commands-provider'
import { connect, type Point, settle } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { refusesEdge } from '../document/refuses-edge'
import { type EditorState, useEditorStore } from '../document/store'
import { edgesFrom, type Way, waysOut } from '../document/ways-out'
import type { Bounds } from './boxes'
import type { Line } from './chart-edges'

/** A line that was let go of over the empty canvas, and may become a line to a new node. */
export interface Dangling {
  node: string
  way: Way
  /** In the canvas's own units, and on the screen. */
  at: Point
  screen: Point
}

export function wayOf(state: EditorState, node: string, handle: string | null): Way | null {
  const from = state.document.chart.nodes.find(({ id }) => id === node)
  if (!from) return null
  const ways = waysOut(from, edgesFrom(state.document, node), handbookOf(state).facts)
  return ways.find(way => way.handle === (handle ?? 'out')) ?? null
}

const placeOf = (event: MouseEvent | TouchEvent): Point => {
  const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0]! : event
  return { x, y }
}

/** Drawing lines by their handles, and leading them elsewhere by their ends. */
export function useConnecting(boxes: () => ReadonlyMap<string, Bounds>) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const { context } = useCommands()
  const [dangling, setDangling] = useState<Dangling | null>(null)

  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      const state = store.getState()
      const way = wayOf(state, source, sourceHandle)
      const refusal = refusesEdge(state.document, source, target)
      if (refusal) return context.tell(refusal)
      if (!way) return
      let edge = ''
      state.edit(way.is === 'answer' ? 'Lead elsewhere' : 'Connect', draft => {
        settle(draft, boxes())
        edge = connect(draft, source, way, target)
      })
      store.getState().select({ edges: [edge] })
    },
    [store, context, boxes],
  )

  const onReconnect = useCallback(
    (line: Line, { source, sourceHandle, target }: Connection) => {
      const state = store.getState()
      const edge = state.document.chart.edges.find(({ id }) => id === line.id)
      if (!edge) return
      const moved = source !== edge.from || (sourceHandle !== null && sourceHandle !== line.sourceHandle)
      const way = moved ? wayOf(state, source, sourceHandle) : null
      if (!moved && target === edge.to) return
      const refusal = refusesEdge(state.document, source, target)
      if (refusal) return context.tell(refusal)
      state.edit('Lead elsewhere', draft => {
        const line = draft.chart.edges.find(({ id }) => id === edge.id)
        if (!line) return
        if (!way) {
          line.to = target
          return
        }
        draft.chart.edges = draft.chart.edges.filter(({ id }) => id !== edge.id)
        connect(draft, source, way, target)
      })
    },
    [store, context],
  )

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode, isValid }: FinalConnectionState) => {
      if (isValid || !fromNode || fromHandle?.type !== 'source') return
      const state = store.getState()
      const screen = placeOf(event)
      // Let go of over a card, but beside its handle: the card is what was meant.
      const over =
        toNode?.id ??
        window.document
          .elementsFromPoint(screen.x, screen.y)
          .map(element => element.closest<HTMLElement>('.react-flow__node')?.dataset.id)
          .find(id => id !== undefined)
      if (over === fromNode.id) return
      if (over)
        return onConnect({
          source: fromNode.id,
          sourceHandle: fromHandle.id ?? null,
          target: over,
          targetHandle: 'in',
        })
      const way = wayOf(state, fromNode.id, fromHandle.id ?? null)
      const overCanvas = (event.target as HTMLElement | null)?.closest('.react-flow')
      if (way && overCanvas)
        setDangling({ node: fromNode.id, way, screen, at: flow.screenToFlowPosition(screen) })
    },
    [store, flow, onConnect],
  )

  return { onConnect, onReconnect, onConnectEnd, dangling, endDangling: () => setDangling(null) }
}
