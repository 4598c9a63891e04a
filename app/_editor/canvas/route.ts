import type { Point } from '../document/chart-edits'
import type { Bounds } from './boxes'
import { COLUMN_GAP } from './sizes'

/** How far a line keeps from the cards that it passes. */
const CLEAR = 12
const STEPS = 24

interface Stretch {
  from: Point
  to: Point
}

/** From left to right in an S, level at both ends. */
const curve = ({ from, to }: Stretch) => {
  const middle = (from.x + to.x) / 2
  return `C${middle},${from.y} ${middle},${to.y} ${to.x},${to.y}`
}

const pointsOn = ({ from, to }: Stretch): Point[] =>
  Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS
    // The same cubic as `curve` draws.
    const x = from.x + (to.x - from.x) * (1.5 * t * (1 - t) + t * t * t)
    const y = from.y + (to.y - from.y) * (3 * t * t - 2 * t * t * t)
    return { x, y }
  })

const inside = ({ x, y }: Point, box: Bounds) =>
  x > box.x - CLEAR / 2 &&
  x < box.x + box.width + CLEAR / 2 &&
  y > box.y - CLEAR / 2 &&
  y < box.y + box.height + CLEAR / 2

/** A curve stays between its ends, across and down, so that most cards need no closer look. */
const mayHit = ({ from, to }: Stretch, box: Bounds) =>
  Math.max(from.x, to.x) > box.x - CLEAR / 2 &&
  Math.min(from.x, to.x) < box.x + box.width + CLEAR / 2 &&
  Math.max(from.y, to.y) > box.y - CLEAR / 2 &&
  Math.min(from.y, to.y) < box.y + box.height + CLEAR / 2

const hits = (stretches: readonly Stretch[], boxes: readonly Bounds[]) =>
  stretches.some(stretch => {
    const near = boxes.filter(box => mayHit(stretch, box))
    return near.length > 0 && pointsOn(stretch).some(point => near.some(box => inside(point, box)))
  })

/** Along a level of its own, from behind the first column to before the last. */
function alongLane(from: Point, to: Point, y: number): Stretch[] {
  const bend = Math.min(COLUMN_GAP, (to.x - from.x) / 2)
  const [a, b] = [
    { x: from.x + bend, y },
    { x: to.x - bend, y },
  ]
  return [
    { from, to: a },
    { from: a, to: b },
    { from: b, to },
  ]
}

/** Whether there is a column to lead around; most lines only go to the next one. */
export const leadsFar = (from: Point, to: Point) => to.x - from.x >= 2 * COLUMN_GAP

/**
 * The way of a line that leads over several columns, as an SVG path: the plain curve, or, where cards stand in its
 * way, the shortest one along a level where none does. `null` where a plain curve is as good as any.
 */
export function routeAround(from: Point, to: Point, cards: readonly Bounds[]): string | null {
  if (!leadsFar(from, to)) return null
  const [left, right] = [from.x + 4, to.x - 4]
  const between = cards.filter(box => box.x < right && box.x + box.width > left)
  if (!hits([{ from, to }], between)) return null
  const lanes = [from.y, to.y, ...between.flatMap(box => [box.y - CLEAR, box.y + box.height + CLEAR])]
  const length = (y: number) => Math.abs(from.y - y) + Math.abs(to.y - y)
  const lane = lanes
    .toSorted((a, b) => length(a) - length(b))
    .find(y => !hits(alongLane(from, to, y), between))
  if (lane === undefined) return null
  return `M${from.x},${from.y} ${alongLane(from, to, lane).map(curve).join(' ')}`
}
