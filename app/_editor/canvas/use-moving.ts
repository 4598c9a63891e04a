'use client'

import { useStoreApi } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import { spliceInto } from '../commands/put-between'
import { type Point, place, settle } from '../document/chart-edits'
import { refusesSplice } from '../document/splice'
import { useEditorStore } from '../document/store'
import { around, type Bounds, collide } from './boxes'
import { useHintsStore } from './drag-hints'
import { snapTo } from './guides'
import { useLineUnder } from './use-line-under'

/** How far a card is pulled to be in line with another, in pixels of the screen. */
const REACH = 6

const standing = (moved: ReadonlyMap<string, Point>, boxes: ReadonlyMap<string, Bounds>) => ({
  boxes,
  still: [...boxes].flatMap(([id, box]) => (moved.has(id) ? [] : [box])),
})

/**
 * Cards while they are dragged: pulled in line with those that stand still, and into a line that one lies over. Where
 * they are let go of is one edit.
 */
export function useMoving() {
  const store = useEditorStore()
  const hints = useHintsStore()
  const view = useStoreApi()
  const { underCard } = useLineUnder()
  const [dragged, setDragged] = useState<ReadonlyMap<string, Point>>(new Map())
  // What is let go of may not have been drawn yet where it is.
  const now = useRef<ReadonlyMap<string, Point>>(dragged)
  /** Where all cards were, and those that stand still, for as long as the others are dragged. */
  const before = useRef<{ boxes: ReadonlyMap<string, Bounds>; still: readonly Bounds[] } | null>(null)

  /** `boxes`: where every card is, for their sizes and those that stand still; asked for when the first one moves. */
  const move = useCallback(
    (moved: ReadonlyMap<string, Point>, boxes: () => ReadonlyMap<string, Bounds>) => {
      before.current ??= standing(moved, boxes())
      const cards = [...moved].flatMap(([id, at]) => {
        const box = before.current?.boxes.get(id)
        return box ? [{ ...box, ...at }] : []
      })
      const all = around(cards)
      if (!all) return
      const { transform, width, height } = view.getState()
      const [x, y, zoom] = transform
      const inSight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      // Only what one sees can be meant.
      const still = before.current.still.filter(box => collide(box, inSight, 0))
      const { by, guides } = snapTo(all, still, REACH / zoom)
      now.current = new Map([...moved].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
      setDragged(now.current)
      const [id = ''] = moved.keys()
      const { document } = store.getState()
      // A step that leads on already stands in no line; looking under it would take time in every frame.
      const free = moved.size === 1 && !document.chart.edges.some(edge => edge.from === id)
      const fits = (line: string) => refusesSplice(document, id, line) === null
      const line = free ? underCard({ ...all, x: all.x + by.x, y: all.y + by.y }, fits) : null
      const shown = hints.getState()
      if (shown.line === line && shown.guides.length === 0 && guides.length === 0) return
      hints.setState({ guides, line })
    },
    [store, hints, view, underCard],
  )

  const drop = useCallback(
    (boxes: ReadonlyMap<string, Bounds>) => {
      const moved = now.current
      const { line } = hints.getState()
      const [id] = moved.keys()
      const title = moved.size === 1 ? 'Move' : `Move ${moved.size} cards`
      store.getState().step(line === null ? title : 'Put in between', () => {
        store.getState().edit(title, draft => {
          settle(draft, boxes)
          place(draft, moved)
        })
        if (line !== null && id !== undefined) spliceInto(store.getState(), id, line)
      })
      now.current = new Map()
      before.current = null
      setDragged(now.current)
      hints.setState({ guides: [], line: null })
    },
    [store, hints],
  )

  return { dragged, move, drop }
}
