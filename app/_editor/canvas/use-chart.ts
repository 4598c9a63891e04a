'use client'

import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { tierColours } from '@/app/_shell/palette'
import type { Point } from '../document/chart-edits'
import { useEditor, useEditorStore } from '../document/store'
import type { Bounds } from './boxes'
import type { CardNode } from './card'
import { cardLabel } from './card-label'
import { chartLines, type Line } from './chart-edges'
import { type CardData, type Cards, chartCards } from './chart-nodes'
import type { Size } from './sizes'
import { useMoving } from './use-moving'

interface Shown {
  card: CardData
  node: CardNode
}

const NOWHERE: Point = { x: 0, y: 0 }

/** The same map where all are as large as they were: a card that comes into sight is measured again. */
function withSizes(now: ReadonlyMap<string, Size>, measured: readonly [string, Size][]) {
  const news = measured.filter(([id, { width, height }]) => {
    const known = now.get(id)
    return known?.width !== width || known.height !== height
  })
  return news.length > 0 ? new Map([...now, ...news]) : now
}

function flowNode(card: CardData, position: Point, measured: Size | undefined, selected: boolean): CardNode {
  const { node, tier } = card
  return {
    id: node.id,
    type: 'card',
    position,
    measured,
    selected,
    data: card,
    ariaLabel: cardLabel(card),
    style: { ['--tier-colour' as string]: tier === null ? 'var(--soft)' : tierColours(tier).colour },
  }
}

/**
 * What React Flow shows, derived from the draft. Positions being dragged and measured sizes live here, for as long as
 * they are nobody else's business; everything else is the store's. What did not change keeps its identity.
 */
export function useChart(auto: ReadonlyMap<string, Point>) {
  const store = useEditorStore()
  const document = useEditor(state => state.document)
  const policy = useEditor(state => state.policy)
  const findings = useEditor(state => state.findings)
  const selection = useEditor(state => state.selection)
  const { dragged, move, drop: letGo } = useMoving()
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map())

  const lastCards = useRef<Cards>(new Map())
  const cards = useMemo(() => {
    lastCards.current = chartCards({ document, policy, findings }, lastCards.current)
    return lastCards.current
  }, [document, policy, findings])

  const lastNodes = useRef(new Map<string, Shown>())
  const standing = useMemo(() => {
    const selected = new Set(selection.nodes)
    const next = new Map<string, Shown>()
    for (const [id, card] of cards) {
      const position = card.node.position ?? auto.get(id) ?? NOWHERE
      const before = lastNodes.current.get(id)
      const same =
        before?.card === card &&
        before.node.position.x === position.x &&
        before.node.position.y === position.y &&
        before.node.measured === sizes.get(id) &&
        before.node.selected === selected.has(id)
      next.set(id, same ? before : { card, node: flowNode(card, position, sizes.get(id), selected.has(id)) })
    }
    lastNodes.current = next
    return [...next.values()].map(({ node }) => node)
  }, [cards, auto, sizes, selection.nodes])

  // Of a thousand cards one is dragged, in every frame.
  const nodes = useMemo(
    () =>
      dragged.size === 0
        ? standing
        : standing.map(node => {
            const position = dragged.get(node.id)
            return position ? { ...node, position } : node
          }),
    [standing, dragged],
  )
  const lastDragged = useRef(dragged)
  lastDragged.current = dragged

  const lastLines = useRef(new Map<string, Line>())
  const edges = useMemo(() => {
    lastLines.current = chartLines({ document, findings, selection }, cards, lastLines.current)
    return [...lastLines.current.values()]
  }, [document, findings, selection, cards])

  const boxes = useCallback(
    (): ReadonlyMap<string, Bounds> =>
      new Map(
        [...lastNodes.current].map(
          ([
            id,
            {
              node: { position, measured },
            },
          ]) => [
            id,
            {
              ...(lastDragged.current.get(id) ?? position),
              width: measured?.width ?? 220,
              height: measured?.height ?? 80,
            },
          ],
        ),
      ),
    [],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      const moved: [string, Point][] = []
      const measured: [string, Size][] = []
      const chosen = new Set(store.getState().selection.nodes)
      for (const change of changes) {
        if (change.type === 'position' && change.dragging && change.position)
          moved.push([change.id, change.position])
        if (change.type === 'dimensions' && change.dimensions) measured.push([change.id, change.dimensions])
        if (change.type === 'select') chosen[change.selected ? 'add' : 'delete'](change.id)
      }
      if (moved.length > 0) move(new Map(moved), boxes)
      if (measured.length > 0) setSizes(now => withSizes(now, measured))
      if (changes.some(change => change.type === 'select'))
        store.getState().select({ nodes: [...chosen], edges: store.getState().selection.edges })
    },
    [store, move, boxes],
  )

  const onEdgesChange = useCallback(
    (changes: EdgeChange<Line>[]) => {
      const { selection, select } = store.getState()
      const chosen = new Set(selection.edges)
      for (const change of changes)
        if (change.type === 'select') chosen[change.selected ? 'add' : 'delete'](change.id)
      select({ nodes: selection.nodes, edges: [...chosen] })
    },
    [store],
  )

  /** The cards were let go of: where they are now is one edit. */
  const drop = useCallback(() => letGo(boxes()), [letGo, boxes])

  return { nodes, edges, cards, sizes, boxes, moving: dragged.size > 0, onNodesChange, onEdgesChange, drop }
}
