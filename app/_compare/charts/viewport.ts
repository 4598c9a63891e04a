import type { Bounds } from '@/app/_editor/canvas/boxes'
import type { Point } from '@/app/_editor/document/chart-edits'

/** What of the charts is seen: the point of the chart at the pane's upper left corner, and pixels for each of its units. */
export interface View extends Point {
  scale: number
}

export interface Pane {
  width: number
  height: number
}

export const MOST = 2
/** No chart is fitted larger than it is on the canvas. */
const FITTED = 1
/** What is brought into sight keeps so far from the edge, in pixels. */
const AIR = 28

/** The scale at which all of it is seen. */
const whole = (bounds: Bounds, pane: Pane) => Math.min(pane.width / bounds.width, pane.height / bounds.height)
const least = (bounds: Bounds, pane: Pane) => Math.min(FITTED, whole(bounds, pane))

/** Along one side: a chart that fits stands in the middle, another one leaves no empty edge. */
function within(at: number, from: number, length: number, seen: number): number {
  if (length <= seen) return from - (seen - length) / 2
  return Math.min(Math.max(at, from), from + length - seen)
}

/** The nearest view that shows chart and no more emptiness than it must. */
export function kept(view: View, bounds: Bounds, pane: Pane): View {
  const scale = Math.min(MOST, Math.max(view.scale, least(bounds, pane)))
  return {
    scale,
    x: within(view.x, bounds.x, bounds.width, pane.width / scale),
    y: within(view.y, bounds.y, bounds.height, pane.height / scale),
  }
}

/** All of the chart. */
export const fitted = (bounds: Bounds, pane: Pane): View =>
  kept({ x: bounds.x, y: bounds.y, scale: least(bounds, pane) }, bounds, pane)

/** Closer or further, around a point of the pane that stays where it is, in pixels from its corner. */
export function zoomed(view: View, by: number, at: Point, bounds: Bounds, pane: Pane): View {
  const scale = Math.min(MOST, Math.max(least(bounds, pane), view.scale * by))
  return kept(
    { scale, x: view.x + at.x / view.scale - at.x / scale, y: view.y + at.y / view.scale - at.y / scale },
    bounds,
    pane,
  )
}

/** Moved by pixels. */
export const panned = (view: View, by: Point, bounds: Bounds, pane: Pane): View =>
  kept({ ...view, x: view.x + by.x / view.scale, y: view.y + by.y / view.scale }, bounds, pane)

/** The least move after which a box is in sight; its beginning, where it is larger than the pane. */
export function showing(view: View, box: Bounds, bounds: Bounds, pane: Pane): View {
  const air = AIR / view.scale
  const along = (at: number, from: number, length: number, seen: number) => {
    if (length + 2 * air > seen || from - air < at) return from - air
    return from + length + air > at + seen ? from + length + air - seen : at
  }
  return kept(
    {
      ...view,
      x: along(view.x, box.x, box.width, pane.width / view.scale),
      y: along(view.y, box.y, box.height, pane.height / view.scale),
    },
    bounds,
    pane,
  )
}

/** The scale at which a box is in a pane with air around it; in a very small pane there is less of that. */
const roomFor = (box: Bounds, { width, height }: Pane) =>
  Math.min(
    Math.max(width - 2 * AIR, width / 2) / box.width,
    Math.max(height - 2 * AIR, height / 2) / box.height,
  )

/** All of a box, as large as it may be. */
export function framed(box: Bounds, bounds: Bounds, pane: Pane): View {
  const scale = Math.min(FITTED, roomFor(box, pane))
  return around(box, Math.max(scale, least(bounds, pane)), bounds, pane)
}

const around = (box: Bounds, scale: number, bounds: Bounds, pane: Pane): View =>
  kept(
    {
      scale,
      x: box.x + box.width / 2 - pane.width / scale / 2,
      y: box.y + box.height / 2 - pane.height / scale / 2,
    },
    bounds,
    pane,
  )

/** A box in the middle, at a scale at which it can be read. */
export function centred(view: View, box: Bounds, bounds: Bounds, pane: Pane): View {
  const legible = Math.min(FITTED, Math.max(view.scale, 0.7), roomFor(box, pane))
  return around(box, Math.max(legible, least(bounds, pane)), bounds, pane)
}

export const viewBox = ({ x, y, scale }: View, pane: Pane): string =>
  `${x} ${y} ${pane.width / scale} ${pane.height / scale}`

export const sameView = (a: View, b: View) =>
  Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01 && Math.abs(a.scale - b.scale) < 1e-6
