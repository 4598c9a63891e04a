import type { Point } from '../document/chart-edits'
import { around, type Bounds } from './boxes'

/** What cards are brought in line by: an edge, or their middle. */
export type Line = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'
type Boxes = ReadonlyMap<string, Bounds>

/** The least distance between cards that would otherwise come to lie over each other. */
const APART = 20

/** How far into a card a line lies: 0 at its left or upper edge, 1 at the other. */
const SHARE = {
  left: 0,
  centre: 0.5,
  right: 1,
  top: 0,
  middle: 0.5,
  bottom: 1,
} as const satisfies Record<Line, number>

const AXES = {
  x: { start: 'x', size: 'width', other: 'y' },
  y: { start: 'y', size: 'height', other: 'x' },
} as const
type Axis = keyof typeof AXES

const axisOf = (line: Line): Axis => (line === 'left' || line === 'centre' || line === 'right' ? 'x' : 'y')

const pointOf = ({ x, y }: Bounds): Point => ({ x, y })

/** In the order of an axis; where cards begin at the same place, in the order of the other one. */
const sorted = (boxes: Boxes, axis: Axis) =>
  [...boxes].sort(([, a], [, b]) => a[axis] - b[axis] || a[AXES[axis].other] - b[AXES[axis].other])

/**
 * Where cards go so that they share a line: that of the space that they take together. Cards that would come to lie
 * over each other keep their order and move apart along it.
 */
export function aligned(boxes: Boxes, line: Line): Map<string, Point> {
  const all = around(boxes.values())
  const places = new Map<string, Point>()
  if (!all) return places
  const axis = axisOf(line)
  const { size, other } = AXES[axis]
  const along = AXES[other]
  let end = Number.NEGATIVE_INFINITY
  for (const [id, box] of sorted(boxes, other)) {
    const across = all[axis] + SHARE[line] * (all[size] - box[size])
    const start = box[other] < end ? end + APART : box[other]
    end = start + box[along.size]
    places.set(id, { ...pointOf(box), [axis]: across, [other]: start })
  }
  return places
}

/** Where cards go so that the spaces between them are equal: the first and the last stay, where there is room. */
export function distributed(boxes: Boxes, axis: Axis): Map<string, Point> {
  const all = around(boxes.values())
  const places = new Map<string, Point>()
  if (!all || boxes.size < 3) return places
  const { size } = AXES[axis]
  const order = sorted(boxes, axis)
  const taken = order.reduce((sum, [, box]) => sum + box[size], 0)
  const gap = Math.max((all[size] - taken) / (order.length - 1), APART)
  let at = all[axis]
  for (const [id, box] of order) {
    places.set(id, { ...pointOf(box), [axis]: at })
    at += box[size] + gap
  }
  return places
}
