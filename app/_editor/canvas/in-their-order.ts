import type { Point } from '../document/chart-edits'
import { BAND_PAD } from './bands'
import { type Bounds, collide } from './boxes'
import type { LayoutNode, LayoutRequest } from './layout'
import { GRID, ROW_GAP } from './sizes'

type Request = Pick<LayoutRequest, 'nodes' | 'edges'>

/**
 * The cards that answers lead to and nothing else does, in the order of the answers: a row for each question and band.
 * These are the cards that a question's reading order is about; where several questions lead to one card, or a step
 * elsewhere does, its height is nobody's.
 */
export function answerRows({ nodes, edges }: Request): string[][] {
  const into = new Map<string, Set<string>>()
  const byHandle = new Map<string, string>()
  for (const { from, handle, to } of edges) {
    into.set(to, (into.get(to) ?? new Set()).add(from))
    byHandle.set(`${from} ${handle}`, to)
  }
  const bandOf = new Map(nodes.map(({ id, band }) => [id, band]))
  return nodes.flatMap(({ id, handles }) => {
    const led = new Set(handles.flatMap(handle => byHandle.get(`${id} ${handle.id}`) ?? []))
    const own = [...led].filter(to => into.get(to)?.size === 1 && bandOf.has(to))
    const bands = [...new Set(own.map(to => bandOf.get(to)!))]
    return bands.map(band => own.filter(to => bandOf.get(to) === band)).filter(row => row.length > 1)
  })
}

/** The height nearest below at which a card hides no other, and keeps this far from those above and below it. */
export function spotBelow(wanted: Bounds, others: readonly Bounds[], air = ROW_GAP): number {
  const spot = { ...wanted }
  for (;;) {
    const inTheWay = others.filter(other => collide(spot, other, air))
    if (inTheWay.length === 0) return spot.y
    const below = Math.max(...inTheWay.map(other => other.y + other.height)) + air
    spot.y = Math.ceil(below / GRID) * GRID
  }
}

interface Standing extends Bounds {
  id: string
  /** Where it stands now is where it was: it is in nobody's way. */
  kept: boolean
}

const bottomOf = (cards: readonly Bounds[]) => Math.max(...cards.map(card => card.y + card.height))
const topOf = (cards: readonly Bounds[]) => Math.min(...cards.map(card => card.y))

/** Below the bands above: who has no place yet starts at its band; who has, moves with the whole of it. */
function lower(cards: readonly Standing[], above: readonly Standing[]): Standing[] {
  if (above.length === 0) return [...cards]
  const settled = cards.filter(card => card.kept)
  const floor = bottomOf(above) + 2 * BAND_PAD
  const moved = above.filter(card => !card.kept)
  const shift =
    settled.length > 0 && moved.length > 0 ? Math.max(0, bottomOf(moved) + 2 * BAND_PAD - topOf(settled)) : 0
  const [top, end] =
    settled.length > 0 ? [topOf(settled), bottomOf(settled) + ROW_GAP] : [floor, Number.POSITIVE_INFINITY]
  return cards.map(card =>
    card.kept
      ? { ...card, y: card.y + shift, kept: shift === 0 }
      : { ...card, y: Math.max(Math.min(Math.max(card.y, top), end) + shift, floor) },
  )
}

/** The cards of one band, each in its row's order and over no other; those that `stay` do so. */
function placed(
  cards: readonly Standing[],
  stay: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
): Map<string, Standing> {
  const done = new Map(cards.filter(({ id }) => stay.has(id)).map(card => [card.id, card]))
  const rest = cards.filter(({ id }) => !stay.has(id)).toSorted((a, b) => a.y - b.y || a.x - b.x)
  while (rest.length > 0) {
    const waits = (id: string) => before.has(id) && rest.some(other => other.id === before.get(id))
    const [card] = rest.splice(
      rest.findIndex(({ id }) => !waits(id)),
      1,
    )
    const first = done.get(before.get(card!.id) ?? '')
    const wanted = { ...card!, y: Math.max(card!.y, first?.y ?? card!.y) }
    done.set(card!.id, { ...wanted, y: spotBelow(wanted, [...done.values()]), kept: false })
  }
  return done
}

/**
 * Parts cards by height: band below band, each question's answers from top to bottom, none over another. Cards of
 * `keep` are in order with each other already and stay, but where there is no room for another one before them.
 */
export function inTheirOrder(
  request: Request,
  wanted: ReadonlyMap<string, Point>,
  keep: ReadonlySet<string>,
): Map<string, Point> {
  const before = new Map<string, string>()
  for (const row of answerRows(request)) for (const [i, id] of row.slice(1).entries()) before.set(id, row[i]!)
  const standing = ({ id, width, height }: LayoutNode): Standing => ({
    id,
    width,
    height,
    ...wanted.get(id)!,
    kept: keep.has(id),
  })
  const above: Standing[] = []
  for (const band of [...new Set(request.nodes.map(node => node.band))].sort((a, b) => a - b)) {
    const own = lower(request.nodes.filter(node => node.band === band).map(standing), above)
    const stay = new Set(own.filter(({ id }) => keep.has(id)).map(({ id }) => id))
    let cards = placed(own, stay, before)
    for (;;) {
      const late = [...before].filter(
        ([id, first]) => stay.has(id) && cards.has(first) && cards.get(first)!.y > cards.get(id)!.y,
      )
      if (late.length === 0) break
      for (const [id] of late) stay.delete(id)
      cards = placed(own, stay, before)
    }
    above.push(...cards.values())
  }
  return new Map(above.map(({ id, x, y }) => [id, { x, y }]))
}
