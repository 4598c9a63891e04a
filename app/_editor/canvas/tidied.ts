import type { Point } from '../document/chart-edits'
import type { Bounds } from './boxes'
import { answerRows, inTheirOrder } from './in-their-order'
import type { LayoutRequest } from './layout'

type Places = ReadonlyMap<string, Point>
type Request = Pick<LayoutRequest, 'nodes' | 'edges'>

/** Whether one lies over the other; cards that somebody put side by side may stand as close as they like. */
const hides = (a: Bounds, b: Bounds) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The pairs of cards that cannot both stay where they are. */
function conflicts({ nodes, edges }: Request, at: Places): Map<string, Set<string>> {
  const placed = nodes.filter(node => at.has(node.id)).map(node => ({ ...node, ...at.get(node.id)! }))
  const byId = new Map(placed.map(card => [card.id, card]))
  const found = new Map<string, Set<string>>()
  const clash = (a: string, b: string) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      found.set(one, (found.get(one) ?? new Set()).add(other))
  }
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      const [upper, lower] = a.band < b.band ? [a, b] : [b, a]
      const sunk = upper.band < lower.band && upper.y + upper.height > lower.y
      if (sunk || hides(a, b)) clash(a.id, b.id)
    }
  })
  for (const { from, to } of onward({ nodes, edges })) {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (a && b && b.x < a.x) clash(from, to)
  }
  for (const row of answerRows({ nodes, edges }))
    row.forEach((id, i) => {
      for (const later of row.slice(i + 1)) {
        const [a, b] = [byId.get(id), byId.get(later)]
        if (a && b && a.y > b.y) clash(id, later)
      }
    })
  return found
}

/** The lines that lead on; where a draft goes round in circles, those that lead back are left out. */
export function onward({ nodes, edges }: Request): Request['edges'] {
  const out = new Map<string, Request['edges']>()
  for (const edge of edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge])
  const state = new Map<string, 'open' | 'done'>()
  const on: Request['edges'] = []
  for (const { id: first } of nodes) {
    if (state.has(first)) continue
    state.set(first, 'open')
    const path = [{ id: first, edges: out.get(first) ?? [], next: 0 }]
    while (path.length > 0) {
      const top = path.at(-1)!
      const edge = top.edges[top.next++]
      if (!edge) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(edge.to) !== 'open') {
        on.push(edge)
        if (state.has(edge.to)) continue
        state.set(edge.to, 'open')
        path.push({ id: edge.to, edges: out.get(edge.to) ?? [], next: 0 })
      }
    }
  }
  return on
}

/**
 * The cards that keep their places: those without a conflict, and of the others as many as can. Who is in conflict
 * with the most goes first; of two alike, the one that fewer lines hold.
 */
function keepers(request: Request, at: Places): Set<string> {
  const clashes = conflicts(request, at)
  const keep = new Set(request.nodes.filter(({ id }) => at.has(id)).map(({ id }) => id))
  const lines = new Map<string, number>()
  for (const { from, to } of request.edges)
    for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1)
  while (true) {
    let worst: string | null = null
    for (const [id, others] of clashes) {
      if (others.size === 0) continue
      const [most, held] = [clashes.get(worst ?? '')?.size ?? 0, lines.get(worst ?? '') ?? 0]
      if (others.size > most || (others.size === most && (lines.get(id) ?? 0) < held)) worst = id
    }
    if (worst === null) return keep
    keep.delete(worst)
    for (const other of clashes.get(worst)!) clashes.get(other)!.delete(worst)
    clashes.set(worst, new Set())
  }
}

/** Whether every card may stay where it is: nothing is to be tidied. */
export const inOrder = (request: Request, at: Places): boolean =>
  request.nodes.every(({ id }) => at.has(id)) && conflicts(request, at).size === 0

/** From left to right: no card stands left of one that leads to it. Who has to move for that no longer keeps its place. */
function columns(request: Request, wanted: Map<string, Point>, keep: Set<string>) {
  const into = new Map<string, string[]>()
  const out = new Map<string, string[]>()
  for (const { from, to } of onward(request)) {
    into.set(to, [...(into.get(to) ?? []), from])
    out.set(from, [...(out.get(from) ?? []), to])
  }
  const x = new Map<string, number>()
  const waits = new Map(request.nodes.map(({ id }) => [id, into.get(id)?.length ?? 0]))
  const ready = request.nodes.flatMap(({ id }) => (waits.get(id) === 0 ? [id] : []))
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    const least = Math.max(...(into.get(id) ?? []).map(from => x.get(from)!))
    const most = Math.min(...(out.get(id) ?? []).flatMap(to => (keep.has(to) ? [wanted.get(to)!.x] : [])))
    // Before those that stay, where it can be; behind those that lead to it, always.
    x.set(id, Math.max(keep.has(id) ? wanted.get(id)!.x : Math.min(wanted.get(id)!.x, most), least))
    for (const to of out.get(id) ?? []) {
      waits.set(to, waits.get(to)! - 1)
      if (waits.get(to) === 0) ready.push(to)
    }
  }
  for (const [id, at] of wanted) {
    const moved = x.get(id) ?? at.x
    if (moved !== at.x) keep.delete(id)
    wanted.set(id, keep.has(id) ? at : { x: Math.round(moved), y: Math.round(at.y) })
  }
}

/**
 * Where cards go so that a chart is in order: no two lie over each other, each stands in the band of its tier, none
 * stands left of one that leads to it, and the answers of a question stand in the order of its card. Cards that are in
 * order with each other stay where they are; of those that are not, as few as can be found go where the fresh layout
 * has them beside their neighbours; others move only as far as they must to make room.
 *
 * @param at where the cards stand now; cards without a place are left out
 * @param fresh a layout of the whole chart, for every card
 */
export function tidied(request: Request, at: Places, fresh: Places): Map<string, Point> {
  const keep = keepers(request, at)
  const wanted = new Map<string, Point>()
  for (const { id } of request.nodes) if (keep.has(id)) wanted.set(id, at.get(id)!)
  besideNeighbours(request, wanted, fresh)
  columns(request, wanted, keep)
  return inTheirOrder(request, wanted, keep)
}

/** Cards that need a new place stand to a neighbour that has one as they do in the fresh layout. */
function besideNeighbours({ nodes, edges }: Request, wanted: Map<string, Point>, fresh: Places) {
  const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  // Who leads to a card says more of where it belongs than what it leads to; who stands in its band, more than others.
  for (const { from, to } of edges) near.get(to)?.push(from)
  for (const { from, to } of edges) near.get(from)?.push(to)
  const bands = new Map(nodes.map(({ id, band }) => [id, band]))
  for (const [id, others] of near)
    others.sort((a, b) => Number(bands.get(a) !== bands.get(id)) - Number(bands.get(b) !== bands.get(id)))
  let waiting = nodes.map(({ id }) => id).filter(id => !wanted.has(id))
  while (waiting.length > 0) {
    const found = waiting.flatMap(id => {
      const beside = near.get(id)?.find(other => wanted.has(other))
      if (beside === undefined) return []
      const [here, there, it] = [wanted.get(beside)!, fresh.get(beside)!, fresh.get(id)!]
      return [[id, { x: here.x + it.x - there.x, y: here.y + it.y - there.y }] as const]
    })
    // Nothing holds the rest: the first of them goes where the fresh layout has it.
    const [first] = waiting
    if (found.length === 0 && first !== undefined) wanted.set(first, fresh.get(first)!)
    for (const [id, point] of found) wanted.set(id, point)
    waiting = waiting.filter(id => !wanted.has(id))
  }
}
