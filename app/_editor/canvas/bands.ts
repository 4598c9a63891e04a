import type { Bounds } from './boxes'

/** The part of the canvas that belongs to a tier, from top to bottom in the canvas's own units. */
export interface Band {
  /** The tier's place in the handbook. */
  tier: number
  top: number
  bottom: number
}

/** How far a band reaches beyond its cards. Its name stands in this space at the top. */
export const BAND_PAD = 44

/**
 * The height at which two neighbouring tiers are parted: in the middle of the space between their cards; where cards
 * stand on the wrong side of each other, so that the fewest do.
 */
function border(above: readonly Bounds[], below: readonly Bounds[]): number {
  const end = Math.max(...above.map(box => box.y + box.height))
  const begin = Math.min(...below.map(box => box.y))
  if (end <= begin) return (end + begin) / 2
  const middle = (box: Bounds) => box.y + box.height / 2
  const heights = [...above, ...below].flatMap(box => [
    box.y - BAND_PAD / 2,
    box.y + box.height + BAND_PAD / 2,
  ])
  const wrong = (y: number) =>
    above.filter(box => middle(box) > y).length + below.filter(box => middle(box) < y).length
  return heights.reduce((best, y) => (wrong(y) < wrong(best) ? y : best), end + BAND_PAD / 2)
}

/**
 * The bands of a chart, in the order of authority, never overlapping. A tier at which no card stands has none. The
 * first reaches up without end, so that the canvas has no nameless strip above it.
 */
export function bandsOf(cards: Iterable<readonly [tier: number, box: Bounds]>): Band[] {
  const byTier = new Map<number, Bounds[]>()
  for (const [tier, box] of cards) byTier.set(tier, [...(byTier.get(tier) ?? []), box])
  const tiers = [...byTier.keys()].sort((a, b) => a - b)
  const bands: Band[] = []
  let top = -Infinity
  tiers.forEach((tier, i) => {
    const boxes = byTier.get(tier)!
    const next = tiers[i + 1]
    const end = Math.max(...boxes.map(box => box.y + box.height)) + BAND_PAD
    const bottom = next === undefined ? Math.max(end, top) : Math.max(border(boxes, byTier.get(next)!), top)
    bands.push({ tier, top, bottom })
    top = bottom
  })
  return bands
}
