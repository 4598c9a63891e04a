'use client'

import { type PointerEvent, useEffect } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import { stopOf } from './tab-stops'

/** The step or line under the mouse; on the row of an answer, its line. */
function pointedAt(target: EventTarget | null) {
  if (!(target instanceof Element)) return null
  const id = target.closest<HTMLElement>('[data-edge]')?.dataset.edge
  return id === undefined ? stopOf(target) : { is: 'edge' as const, id }
}

/** Tells the tables below, while they are open, what the mouse is over: they mark the rows that go through it. */
export function usePointed() {
  const store = useEditorStore()
  const wanted = useEditor(state => state.bottomOpen && state.bottom === 'tables')
  useEffect(() => {
    if (!wanted) store.getState().point(null)
  }, [wanted, store])
  return wanted
    ? {
        onPointerOver: (event: PointerEvent) => store.getState().point(pointedAt(event.target)),
        onPointerLeave: () => store.getState().point(null),
      }
    : {}
}
