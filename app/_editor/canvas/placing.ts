import { KINDS, type Node } from '@/compiler/language/kinds'
import type { Point } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { bandTiers } from '../document/path-tiers'
import type { EditorState } from '../document/store'
import { viewOf } from '../kinds'
import { BAND_PAD } from './bands'
import { type Bounds, freeSpot } from './boxes'
import { makeRoom, type Standing } from './make-room'
import { COLUMN_GAP, cardSize, FINISHED_HEIGHT, GRID, ROW_GAP } from './sizes'

type Part = Pick<EditorState, 'document' | 'policy'>
type Boxes = ReadonlyMap<string, Bounds>

/** Cards that are still to be filled in, as large as they are going to be. */
function roomy(state: Part, boxes: Boxes): Map<string, Bounds> {
  const handbook = handbookOf(state)
  const room = new Map(boxes)
  for (const node of state.document.chart.nodes) {
    const box = boxes.get(node.id)
    if (!box || !viewOf(node).heading(node as never, handbook).empty) continue
    room.set(node.id, { ...box, height: Math.max(box.height, FINISHED_HEIGHT[node.kind]) })
  }
  return room
}

/** Which band each card belongs to; a note, that of the cards at its height. */
export function standing(state: Part, before: Boxes, now: Boxes): Standing[] {
  const tiers = bandTiers(state.document, handbookOf(state).tiers)
  const tops = new Map<number, number>()
  for (const [id, tier] of tiers)
    tops.set(tier, Math.min(tops.get(tier) ?? Number.POSITIVE_INFINITY, before.get(id)?.y ?? 0))
  const bandAt = (y: number) => Math.max(0, ...[...tops].filter(([, top]) => top <= y).map(([tier]) => tier))
  return state.document.chart.nodes.flatMap(({ id }) => {
    const [was, is] = [before.get(id), now.get(id)]
    return was && is ? [{ id, tier: tiers.get(id) ?? bandAt(was.y), before: was, now: is }] : []
  })
}

/** The least height at which a card of this tier keeps out of the bands above. */
function floorOf(tier: number, cards: readonly Standing[]): number {
  const above = cards.filter(card => card.tier < tier).map(({ now }) => now.y + now.height)
  if (tier === 0 || above.length === 0) return Number.NEGATIVE_INFINITY
  const own = cards.filter(card => card.tier === tier).map(({ now }) => now.y)
  const end = Math.max(...above)
  // In a band that is there already, no lower than its first card.
  return Math.max(end, Math.min(end + 2 * BAND_PAD, ...own))
}

export interface NewCard {
  node: Node
  /** The tier that holds the decision where the card goes: that of what leads to it. */
  tier: number
  /** Where somebody put it; it gives way only where it would hide another card. */
  at?: Point
  /** What it goes behind, or the point that it goes around where it goes behind nothing. */
  behind: Bounds | Point
  /** What it goes in front of, where it goes between two. */
  before?: Bounds
}

/** The cards that stand from `before` on move right, until a column fits in between. */
function openColumn(boxes: Boxes, behind: Bounds, before: Bounds, width: number): Map<string, Point> {
  const left = behind.x + behind.width
  const short = left + COLUMN_GAP + width + COLUMN_GAP - before.x
  if (before.x < left || short <= 0) return new Map()
  return new Map(
    [...boxes].flatMap(([id, box]) => (box.x >= before.x ? [[id, { x: box.x + short, y: box.y }]] : [])),
  )
}

/**
 * Where a new card goes, with room for what it is going to say: right of what it follows, an escalation in the band of
 * its tier. `moved` are the cards that make room for it.
 */
export function placeNew(
  state: Part,
  boxes: Boxes,
  { node, tier, at, behind, before }: NewCard,
): { spot: Point; moved: ReadonlyMap<string, Point> } {
  const handbook = handbookOf(state)
  const size = cardSize(node, [], handbook)
  const pill = viewOf(node).shape(node as never) === 'pill'
  const height = pill ? size.height : Math.max(size.height, FINISHED_HEIGHT[node.kind])

  const moved = new Map<string, Point>()
  const anchor = 'width' in behind ? behind : null
  if (!at && anchor && before)
    for (const entry of openColumn(boxes, anchor, before, size.width)) moved.set(...entry)
  const room = roomy(state, new Map([...boxes].map(([id, box]) => [id, { ...box, ...moved.get(id) }])))
  const cards = standing(state, room, room)

  const rank = node.kind === 'escalate' ? handbook.tiers.findIndex(({ id }) => id === node.to) : tier
  const own = Math.max(tier, rank)
  const wanted =
    at ??
    (anchor
      ? { x: anchor.x + anchor.width + COLUMN_GAP, y: pill ? middle(anchor) - size.height / 2 : anchor.y }
      : { x: behind.x - size.width / 2, y: behind.y - size.height / 2 })
  const y = at || !anchor || !KINDS[node.kind].enterable ? wanted.y : Math.max(wanted.y, floorOf(own, cards))
  const spot = freeSpot({ x: wanted.x, y, width: size.width, height }, room.values(), ROW_GAP)

  // Somebody who puts a card somewhere has looked; a card that finds its own place keeps the bands apart.
  if (!at) {
    const fresh: Standing = { id: node.id, tier: own, before: null, now: { ...spot, ...size, height } }
    for (const [id, { x, y }] of makeRoom([...cards, fresh])) moved.set(id, { x, y })
  }
  return { spot, moved }
}

/**
 * Where steps go whose tier has changed between two states of a draft: together into the band that they belong to now,
 * as they stand to each other. The bands below make room.
 */
export function placeAgain(before: Part, after: Part, boxes: Boxes): ReadonlyMap<string, Point> {
  const was = new Map(standing(before, boxes, boxes).map(({ id, tier }) => [id, tier]))
  const cards = standing(after, boxes, boxes)
  const steps = new Set(after.document.chart.nodes.flatMap(({ kind, id }) => (kind === 'note' ? [] : [id])))
  const changed = cards.filter(({ id, tier }) => steps.has(id) && was.get(id) !== tier)
  const [first] = changed.toSorted((a, b) => a.tier - b.tier)
  if (!first) return new Map()
  const group = changed.filter(({ tier }) => tier === first.tier)
  const others = cards.filter(card => !group.includes(card))
  const top = Math.min(...group.map(({ now }) => now.y))
  const room = others.map(({ now }) => now)
  const shifted = (by: number) => group.map(card => ({ ...card, now: { ...card.now, y: card.now.y + by } }))
  const free = (by: number) => shifted(by).every(({ now }) => freeSpot(now, room, ROW_GAP).y <= now.y)
  // Where they stand within the band already, they stay.
  let by = Math.max(0, Math.ceil((floorOf(first.tier, others) - top) / GRID) * GRID)
  while (!free(by)) by += GRID
  const moved = makeRoom([...others, ...shifted(by).map(card => ({ ...card, before: null }))])
  return new Map([...moved, ...shifted(by).map(({ id, now }) => [id, { x: now.x, y: now.y }] as const)])
}

const middle = (box: Bounds) => box.y + box.height / 2
