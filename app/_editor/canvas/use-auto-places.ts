'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Point } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import type { EditorState } from '../document/store'
import { useEditor, useEditorStore } from '../document/store'
import { edgesFrom, waysOut } from '../document/ways-out'
import { type Bounds, freeSpot } from './boxes'
import { layoutInWorker } from './elk'
import { layoutRequest } from './layout'
import { COLUMN_GAP, cardSize } from './sizes'

/** Places for nodes that have none, beside those that do: right of where a case comes from, where there is room. */
function besideOthers(state: EditorState, known: ReadonlyMap<string, Point>): Map<string, Point> {
  const { document } = state
  const handbook = handbookOf(state)
  const boxes = new Map<string, Bounds>()
  const placed = new Map<string, Point>()
  const size = (id: string) => {
    const node = document.chart.nodes.find(node => node.id === id)!
    return cardSize(node, waysOut(node, edgesFrom(document, id), handbook.facts), handbook)
  }
  for (const { id, position } of document.chart.nodes) {
    const at = position ?? known.get(id)
    if (at) boxes.set(id, { ...at, ...size(id) })
  }
  for (const { id } of document.chart.nodes) {
    if (boxes.has(id)) continue
    const from = document.chart.edges.map(edge => edge.to === id && boxes.get(edge.from)).find(box => box)
    const wanted = from ? { x: from.x + from.width + COLUMN_GAP, y: from.y } : { x: 0, y: 0 }
    const at = freeSpot({ ...wanted, ...size(id) }, boxes.values())
    boxes.set(id, { ...at, ...size(id) })
    placed.set(id, at)
  }
  return placed
}

/**
 * Places for the nodes of a draft that have no position, without touching the draft: the whole chart laid out where
 * none has one, each beside its neighbours otherwise. `ready` once the first of them are known.
 */
export function useAutoPlaces(): { places: ReadonlyMap<string, Point>; ready: boolean } {
  const store = useEditorStore()
  const loose = useEditor(state => state.document.chart.nodes.filter(node => !node.position).length)
  const ids = useEditor(state =>
    state.document.chart.nodes
      .filter(node => !node.position)
      .map(node => node.id)
      .join(' '),
  )
  const [laidOut, setLaidOut] = useState<ReadonlyMap<string, Point> | null>(null)
  const bare = useRef(loose > 0 && loose === store.getState().document.chart.nodes.length)

  useEffect(() => {
    if (!bare.current) return
    let current = true
    layoutInWorker(layoutRequest(store.getState(), new Map()))
      .catch(() => besideOthers(store.getState(), new Map()))
      .then(places => current && setLaidOut(places))
    return () => {
      current = false
    }
  }, [store])

  const places = useMemo(() => {
    const known = laidOut ?? new Map<string, Point>()
    if (ids === '' || (bare.current && !laidOut)) return known
    return new Map([...known, ...besideOthers(store.getState(), known)])
  }, [ids, laidOut, store])

  return { places, ready: !bare.current || laidOut !== null }
}
