'use client'

import { useEffect, useRef } from 'react'
import { place, settle } from '../document/chart-edits'
import { type EditorState, useEditorStore } from '../document/store'
import type { Bounds } from './boxes'
import { makeRoom } from './make-room'
import { standing } from './placing'
import type { Size } from './sizes'

/** How long after an edit its cards may still be growing, in milliseconds: the checks add rows, too. */
const FRESH = 5000

/** Whether cards grow because of what somebody does now, and not because a draft was opened, taken back or put back. */
function isOfTheMoment({ readOnly, undoStack, redoStack }: EditorState): boolean {
  const top = undoStack.at(-1)
  if (readOnly || !top || redoStack.length > 0) return false
  return Date.now() - top.at < FRESH && !top.whole
}

/** Cards that another one grows over while it is edited make room for it; undo takes both back. */
export function useRoom(sizes: ReadonlyMap<string, Size>, boxes: () => ReadonlyMap<string, Bounds>) {
  const store = useEditorStore()
  const last = useRef(sizes)

  useEffect(() => {
    const old = last.current
    last.current = sizes
    const grown = [...sizes].some(([id, { height }]) => height > (old.get(id)?.height ?? height))
    const state = store.getState()
    if (!grown || !isOfTheMoment(state)) return
    const now = boxes()
    const before = new Map([...now].map(([id, box]) => [id, { ...box, ...old.get(id) }]))
    const moved = makeRoom(standing(state, before, now))
    if (moved.size === 0) return
    const recipe: Parameters<EditorState['edit']>[1] = draft => {
      settle(draft, now)
      place(draft, moved)
    }
    state.edit('Make room', recipe, { amend: true })
  }, [sizes, boxes, store])
}
