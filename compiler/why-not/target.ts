import { leadsOn, type Place, type Slice } from '../3-diagram/slice'
import type { WalkPath } from '../meaning/decide'

/** What a walk is wanted to come to: a step of the chart, or one of its lines. */
export type Target = { node: string } | { edge: string }

export const isAt = (target: Target, place: Place) => 'node' in target && place.node.id === target.node
export const isAlong = (target: Target, edge: string) => 'edge' in target && edge === target.edge

/** Whether a walk came to it. */
export const comesTo = (target: Target, path: WalkPath) =>
  'node' in target ? path.nodes.includes(target.node) : path.edges.includes(target.edge)

/** The places from which the chart leads to it, whatever the tests say: no others need to be looked at. */
export function placesBefore(target: Target, { places }: Slice): ReadonlySet<Place> {
  const before = new Set<Place>()
  // Each place comes after all that it leads to.
  for (const place of places)
    if (
      isAt(target, place) ||
      leadsOn(place).some(({ edge, to }) => isAlong(target, edge.id) || before.has(to))
    )
      before.add(place)
  return before
}
