'use client'

import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Bounds } from '@/app/_editor/canvas/boxes'
import { glide } from '@/app/_editor/canvas/use-controls'
import type { Point } from '@/app/_editor/document/chart-edits'
import {
  centred,
  fitted,
  framed,
  kept,
  type Pane,
  panned,
  sameView,
  showing,
  type View,
  viewBox,
  zoomed,
} from './viewport'

export interface Viewport {
  fit(): void
  zoom(by: number): void
  pan(by: Point): void
  /** A box in the middle, so that it can be read. */
  centre(box: Bounds): void
  /** Moves only as far as it must for the box to be seen. */
  show(box: Bounds): void
  dragging: {
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onPointerMove(event: PointerEvent<HTMLElement>): void
    onPointerUp(event: PointerEvent<HTMLElement>): void
  }
}

const CLOSER = 1.25

/**
 * One view of several drawings: whatever moves one of them moves them all. They are the `svg` elements in `root`, each as
 * large as the first; they are moved by their `viewBox`, without rendering anything anew. It begins with `first` in sight.
 */
export function useViewport(
  root: RefObject<HTMLElement | null>,
  bounds: Bounds,
  first: Bounds | null,
): Viewport {
  const held = useRef<{ view: View | null; pane: Pane; frame: number; drag: Point | null }>({
    view: null,
    pane: { width: 0, height: 0 },
    frame: 0,
    drag: null,
  })

  const viewport = useMemo(() => {
    const state = held.current
    const put = (view: View) => {
      state.view = view
      for (const svg of root.current?.querySelectorAll('svg[data-chart]') ?? [])
        svg.setAttribute('viewBox', viewBox(view, state.pane))
    }
    const go = (view: View) => {
      cancelAnimationFrame(state.frame)
      put(view)
    }
    const glideTo = (to: View) => {
      cancelAnimationFrame(state.frame)
      const [from, length, began] = [state.view, glide(), performance.now()]
      if (!from || length === 0) return put(to)
      const frame = (now: number) => {
        const t = Math.min(1, Math.max(0, (now - began) / length))
        const eased = 1 - (1 - t) ** 3
        const between = (a: number, b: number) => a + (b - a) * eased
        put({
          x: between(from.x, to.x),
          y: between(from.y, to.y),
          scale: 1 / between(1 / from.scale, 1 / to.scale),
        })
        if (t < 1) state.frame = requestAnimationFrame(frame)
      }
      state.frame = requestAnimationFrame(frame)
    }
    const now = () => state.view ?? fitted(bounds, state.pane)
    const middle = () => ({ x: state.pane.width / 2, y: state.pane.height / 2 })
    return {
      state,
      go,
      now,
      fit: () => glideTo(fitted(bounds, state.pane)),
      zoom: (by: number) => glideTo(zoomed(now(), by, middle(), bounds, state.pane)),
      pan: (by: Point) => go(panned(now(), by, bounds, state.pane)),
      centre: (box: Bounds) => glideTo(centred(now(), box, bounds, state.pane)),
      show: (box: Bounds) => glideTo(showing(now(), box, bounds, state.pane)),
      zoomAt: (by: number, at: Point) => go(zoomed(now(), by, at, bounds, state.pane)),
    }
  }, [root, bounds])

  useEffect(() => {
    const element = root.current
    const svg = element?.querySelector<SVGElement>('svg[data-chart]')
    if (!element || !svg) return
    const { state, go } = viewport
    const resized = new ResizeObserver(() => {
      const { width, height } = svg.getBoundingClientRect()
      if (width === 0 || height === 0) return
      const begins = state.pane.width === 0
      state.pane = { width, height }
      if (state.view && !begins) go(kept(state.view, bounds, state.pane))
      else go(first ? framed(first, bounds, state.pane) : fitted(bounds, state.pane))
    })
    resized.observe(svg)
    const onWheel = (event: WheelEvent) => {
      const over = event.target instanceof Element ? event.target.closest('svg[data-chart]') : null
      if (!over) return
      const { left, top } = over.getBoundingClientRect()
      const before = viewport.now()
      if (event.ctrlKey || event.metaKey)
        viewport.zoomAt(Math.exp(-event.deltaY * 0.01), { x: event.clientX - left, y: event.clientY - top })
      else {
        const [x, y] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY]
        viewport.pan({ x, y })
        // At the chart's edge the page goes on: nobody is caught in here.
        if (sameView(before, viewport.now())) return
      }
      event.preventDefault()
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      resized.disconnect()
      element.removeEventListener('wheel', onWheel)
      cancelAnimationFrame(state.frame)
    }
  }, [root, bounds, first, viewport])

  return useMemo(() => {
    const { state, pan } = viewport
    return {
      ...viewport,
      dragging: {
        onPointerDown(event) {
          if (event.button !== 0) return
          state.drag = { x: event.clientX, y: event.clientY }
          event.currentTarget.setPointerCapture(event.pointerId)
        },
        onPointerMove(event) {
          if (!state.drag) return
          const at = { x: event.clientX, y: event.clientY }
          pan({ x: state.drag.x - at.x, y: state.drag.y - at.y })
          state.drag = at
        },
        onPointerUp() {
          state.drag = null
        },
      },
    }
  }, [viewport])
}

export const ZOOM = { closer: CLOSER, further: 1 / CLOSER } as const
