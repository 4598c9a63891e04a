import type { Point } from '../document/chart-edits'
import { GRID } from './sizes'

/** A card's place and size, in the canvas's own units. */
export interface Bounds extends Point {
  width: number
  height: number
}

const AIR = 16

/** Whether one would stand above the other, or over it. */
export const overlapsAcross = (a: Bounds, b: Bounds) => a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR

/** Whether one would stand over the other, or closer than `air` above or below it. */
export const collide = (a: Bounds, b: Bounds, air: number) =>
  overlapsAcross(a, b) && a.y < b.y + b.height + air && b.y < a.y + a.height + air

export const toGrid = ({ x, y }: Point): Point => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
})

/** The place nearest below where a card hides no other, on the grid; `air` is how far it keeps from those above and below. */
export function freeSpot(wanted: Bounds, others: Iterable<Bounds>, air = AIR): Point {
  const taken = [...others]
  const spot = { ...wanted, ...toGrid(wanted) }
  // Each turn moves below a card that is in the way, so that it ends.
  for (;;) {
    const inTheWay = taken.filter(other => collide(spot, other, air))
    if (inTheWay.length === 0) return { x: spot.x, y: spot.y }
    const below = Math.max(...inTheWay.map(other => other.y + other.height)) + air
    spot.y = Math.ceil(below / GRID) * GRID
  }
}

/** The smallest rectangle around some cards; `null` around none. */
export function around(boxes: Iterable<Bounds>): Bounds | null {
  const all = [...boxes]
  if (all.length === 0) return null
  const x = Math.min(...all.map(box => box.x))
  const y = Math.min(...all.map(box => box.y))
  const right = Math.max(...all.map(box => box.x + box.width))
  const bottom = Math.max(...all.map(box => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
