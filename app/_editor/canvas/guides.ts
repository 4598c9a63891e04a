import type { Point } from '../document/chart-edits'
import type { Bounds } from './boxes'

/** A line that shows what a card stands level with: upright at `x`, or level at `y`, from one card to the other. */
export interface Guide {
  is: 'upright' | 'level'
  at: number
  from: number
  to: number
}

export interface Snap {
  /** How far the cards have to go to be in line. */
  by: Point
  guides: Guide[]
}

const START = { x: 0, y: 0 }

/** Left edge, middle and right edge; or upper edge, middle and lower edge. */
const SHARES = [0, 0.5, 1]
const MIDDLE = SHARES.indexOf(0.5)
const AXES = [
  { axis: 'x', size: 'width', is: 'upright', other: 'y', length: 'height' },
  { axis: 'y', size: 'height', is: 'level', other: 'x', length: 'width' },
] as const

/** Half a unit: what is closer than this is in line, whatever rounding made of it. */
const SAME = 0.5

/**
 * How cards that are moved together come in line with others near by: edges with the same edges, middles with middles.
 *
 * @param reach how far they may be pulled, in the canvas's own units
 */
export function snapTo(moving: Bounds, others: readonly Bounds[], reach: number): Snap {
  const by = { ...START }
  for (const { axis, size } of AXES) {
    let best = reach + SAME
    for (const other of others)
      for (const share of SHARES) {
        const away = other[axis] + share * other[size] - (moving[axis] + share * moving[size])
        if (Math.abs(away) >= best) continue
        best = Math.abs(away)
        by[axis] = away
      }
  }
  return { by, guides: guidesOf({ ...moving, x: moving.x + by.x, y: moving.y + by.y }, others) }
}

/**
 * What a card is in line with where it stands: a line for each edge or middle, as long as it takes. Where all three are,
 * as with cards of one size, the middle says it.
 */
export function guidesOf(card: Bounds, others: readonly Bounds[]): Guide[] {
  return AXES.flatMap(({ axis, size, is, other, length }) => {
    const guides = SHARES.flatMap((share): Guide[] => {
      const at = card[axis] + share * card[size]
      const level = others.filter(box => Math.abs(box[axis] + share * box[size] - at) < SAME)
      // As far as the nearest on either side: a line through the whole chart says less.
      const before = level.filter(box => box[other] <= card[other]).map(box => box[other])
      const after = level.filter(box => box[other] > card[other]).map(box => box[other] + box[length])
      if (level.length === 0) return []
      const from = before.length > 0 ? Math.max(...before) : card[other]
      const to = after.length > 0 ? Math.min(...after) : card[other] + card[length]
      return [{ is, at, from, to: Math.max(to, card[other] + card[length]) }]
    })
    return guides.length === SHARES.length ? [guides[MIDDLE]!] : guides
  })
}
