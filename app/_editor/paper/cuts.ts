/** A stretch along one side of the chart that a card takes. */
export interface Stretch {
  from: number
  to: number
}

export interface Size {
  width: number
  height: number
}

/** Pages are cut a little before they are full. */
const SLACK = 0.93
const MOST_PAGES = 12

/** The scale of a drawing on the fewest pages on which it is no smaller than `least`; of as many, the largest, up to 1. */
export function scaleFor(drawing: Size, page: Size, least: number): number {
  const one = Math.min(1, page.width / drawing.width, page.height / drawing.height)
  if (one >= least) return one
  let best = { pages: Number.POSITIVE_INFINITY, scale: least }
  for (let across = 1; across <= MOST_PAGES; across++)
    for (let down = 1; down <= MOST_PAGES; down++) {
      const fit = Math.min((across * page.width) / drawing.width, (down * page.height) / drawing.height)
      const scale = Math.min(1, fit * SLACK)
      const pages = across * down
      if (scale < least) continue
      if (pages < best.pages || (pages === best.pages && scale > best.scale)) best = { pages, scale }
    }
  return best.scale
}

/**
 * Cuts a length into pages of at most `most`: each as late as it may be, but where the fewest cards are cut. Returns
 * where pages end, the last of them at `to`.
 */
export function cuts(from: number, to: number, most: number, cards: readonly Stretch[]): number[] {
  const ends: number[] = []
  for (let at = from; to - at > most; at = ends.at(-1)!) {
    const last = at + most
    // No page is less than half full, so that there are not more pages than need be.
    const earliest = at + most / 2
    const candidates = [last, ...cards.flatMap(card => [card.from - 4, card.to + 10])]
      .filter(end => end >= earliest && end <= last)
      .sort((a, b) => b - a)
    const cut = (end: number) => cards.filter(card => card.from < end && end < card.to).length
    ends.push(candidates.reduce((best, end) => (cut(end) < cut(best) ? end : best), last))
  }
  return [...ends, to]
}
