import type { Point } from '../document/chart-edits'
import { BAND_PAD } from './bands'
import { type Bounds, overlapsAcross } from './boxes'
import { GRID, ROW_GAP } from './sizes'

/** A card that other cards have to make room for, or that has to make room itself. */
export interface Standing {
  id: string
  /** The band that it belongs to, counted from the top. */
  tier: number
  /** Where it stood until now; `null` for a card that has only just come, which stays where it was put. */
  before: Bounds | null
  now: Bounds
}

const bottomOf = (box: Bounds) => box.y + box.height
const upToGrid = (y: number) => Math.ceil(y / GRID) * GRID

/** How far a tier's cards go down, all together, so that those of the tiers above keep out of their band. */
function shiftOf(
  tier: readonly Standing[],
  above: readonly Standing[],
  heights: ReadonlyMap<string, number>,
) {
  const tops = tier.flatMap(({ before }) => (before ? [before.y] : []))
  if (tops.length === 0 || above.length === 0) return 0
  const top = Math.min(...tops)
  const was = Math.max(...above.flatMap(({ before }) => (before ? [bottomOf(before)] : [])))
  // Where the tiers stand among each other already, there is no band to keep.
  const gap = Math.min(top - was, 2 * BAND_PAD)
  if (gap < 0) return 0
  const end = Math.max(...above.map(({ id, now }) => (heights.get(id) ?? now.y) + now.height))
  return Math.max(0, upToGrid(end + gap - top))
}

/** Who stood above a card, in its way, keeps the distance that it had, or the usual one where that was more. */
function pushed(card: Bounds, y: number, above: readonly Standing[], heights: ReadonlyMap<string, number>) {
  let lowest = y
  for (const { id, before, now } of above) {
    if (!before || bottomOf(before) > card.y || !overlapsAcross(before, card)) continue
    const end = (heights.get(id) ?? now.y) + now.height + Math.min(card.y - bottomOf(before), ROW_GAP)
    if (end > lowest) lowest = upToGrid(end)
  }
  return lowest
}

/**
 * Where cards go that another one has grown over, or that stand where a new one came: straight down, as far as they
 * must, and the lower bands with them. Cards that need not move are left out.
 */
export function makeRoom(cards: readonly Standing[]): Map<string, Point> {
  const heights = new Map<string, number>()
  const done: Standing[] = []
  for (const tier of [...new Set(cards.map(card => card.tier))].sort((a, b) => a - b)) {
    const own = cards.filter(card => card.tier === tier)
    const shift = shiftOf(own, done, heights)
    for (const card of own.toSorted((a, b) => a.now.y - b.now.y)) {
      if (card.before) heights.set(card.id, pushed(card.before, card.before.y + shift, done, heights))
      done.push(card)
    }
  }
  return new Map(
    cards.flatMap(({ id, now }) => {
      const y = heights.get(id) ?? now.y
      return y > now.y ? [[id, { x: now.x, y }] as const] : []
    }),
  )
}
