import { type Box, keyOf } from '../3-diagram/box'
import type { CellSet } from '../3-diagram/cells'
import type { Place, Slice, Way } from '../3-diagram/slice'
import { partsOf } from './parts'
import { isAlong, isAt, placesBefore, type Target } from './target'

/** How far some cases have come, and what they have in common. */
export interface Trail {
  place: Place
  /** By which way, and from where; null where the walk begins. */
  way: Way | null
  from: Trail | null
  /** All that is settled about the cases. */
  box: Box
}

/** As much work as one search may take, in places and pieces looked at. */
export const BUDGET = 60_000

class BudgetSpent extends Error {}

/**
 * The walk to the target in whose cases the fewest of the facts of `now` are others, exactly; of several such walks one
 * that says little about facts that `now` does not tell. `now` gives the cell in which each known fact lies. Null where
 * no case comes there, `undecided` where that could not be found out within the budget.
 *
 * Boxes are followed in the order of what they cost (Dijkstra, 1959). What a box says of facts that no step behind it
 * tests can cost nothing more, so that of boxes that agree in the rest only the first is followed.
 */
export function nearest(
  slice: Slice,
  target: Target,
  now: ReadonlyMap<string, CellSet>,
  budget = BUDGET,
): Trail | null | 'undecided' {
  let work = 0
  const spend = () => {
    if (++work > budget) throw new BudgetSpent()
  }
  try {
    return search(slice, target, now, spend)
  } catch (caught) {
    if (caught instanceof BudgetSpent) return 'undecided'
    throw caught
  }
}

function search(slice: Slice, target: Target, now: ReadonlyMap<string, CellSet>, spend: () => void) {
  const before = placesBefore(target, slice)
  /** Another value counts for more than any number of facts that are still to be told. */
  const change = slice.cells.size + 1
  const cost = (box: Box) => {
    let sum = 0
    for (const [fact, cells] of box) {
      const is = now.get(fact)
      if (is === undefined) sum += 1
      else if ((is & cells) === 0n) sum += change
    }
    return sum
  }
  /** By what they cost; of one cost, the last that was found goes first. */
  const open: Trail[][] = []
  const follow = (trail: Trail) => {
    const at = cost(trail.box)
    open[at] ??= []
    open[at].push(trail)
  }
  for (const { place, box } of entries(slice, spend))
    if (before.has(place)) follow({ place, way: null, from: null, box })

  const seen = new Map<Place, Set<string>>()
  for (let at = 0; at < open.length; at++)
    for (let trail = open[at]?.pop(); trail; trail = open[at]?.pop()) {
      const { place, way, box } = trail
      if (isAt(target, place) || (way && isAlong(target, way.edge.id))) return trail
      const live = slice.live.at(place.index, box)
      const key = keyOf(live)
      const known = seen.get(place) ?? new Set()
      if (known.has(key)) continue
      seen.set(place, known.add(key))
      spend()
      for (const part of partsOf(place, live, slice, spend)) {
        const { to, edge } = part.way
        if (before.has(to) || isAlong(target, edge.id))
          follow({ place: to, way: part.way, from: trail, box: new Map([...box, ...part.box]) })
      }
    }
  return null
}

/** Where walks begin, each with the cases that do: at the first magic word that holds, else at the start. */
function* entries(slice: Slice, spend: () => void): Iterable<{ place: Place; box: Box }> {
  let left: Box[] = [new Map()]
  for (const { node } of slice.graph.triggers) {
    const others: Box[] = []
    for (const box of left) {
      let passing: Box | null = box
      for (const [fact, cells] of slice.triggers.get(node.id)!) {
        spend()
        const within: CellSet = passing.get(fact) ?? slice.cells.get(fact)!.all
        if ((within & ~cells) !== 0n) others.push(new Map(passing).set(fact, within & ~cells))
        passing = (within & cells) === 0n ? null : new Map(passing).set(fact, within & cells)
        if (!passing) break
      }
      if (passing) yield { place: slice.entries.get(node.id)!, box: passing }
    }
    left = others
  }
  if (slice.start) for (const box of left) yield { place: slice.start, box }
}
