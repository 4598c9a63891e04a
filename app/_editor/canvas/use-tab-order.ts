'use client'

import { useEffect } from 'react'
import { useEditorStore } from '../document/store'
import { elementOf, stopOf, tabStops } from './tab-stops'

/**
 * Tab through the chart as one reads it. React Flow draws all lines before all cards, which is also the order that a
 * browser would go through them in.
 */
export function useTabOrder(
  root: { current: HTMLElement | null },
  bringIntoView: (place: { nodes?: string[]; edges?: string[] }) => void,
) {
  const store = useEditorStore()

  useEffect(() => {
    const canvas = root.current
    if (!canvas) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return
      const here = stopOf(event.target as Element)
      if (!here) return
      const stops = tabStops(store.getState().document)
      const at = stops.findIndex(({ is, id }) => is === here.is && id === here.id)
      const next = stops[at + (event.shiftKey ? -1 : 1)]
      if (at < 0) return
      const element = next && elementOf(canvas, next)
      if (element) {
        event.preventDefault()
        element.focus({ preventScroll: true })
        return
      }
      // The way out is the browser's: from the first card back, and from the last one on.
      const last = stops.filter(stop => stop.is === 'node').at(-1)
      if (!event.shiftKey && last) elementOf(canvas, last)?.focus({ preventScroll: true })
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      const stop = stopOf(target as Element)
      if (!stop || !(target as Element).matches(':focus-visible')) return
      if (stop.is === 'edge') store.getState().select({ edges: [stop.id] })
      bringIntoView(stop.is === 'edge' ? { edges: [stop.id] } : { nodes: [stop.id] })
    }
    canvas.addEventListener('keydown', onKeyDown)
    canvas.addEventListener('focusin', onFocusIn)
    return () => {
      canvas.removeEventListener('keydown', onKeyDown)
      canvas.removeEventListener('focusin', onFocusIn)
    }
  }, [root, store, bringIntoView])
}
