import { clashesOf } from '../1-graph/clashes'
import { type Box, intersection } from '../3-diagram/box'
import type { Place, Slice, Way } from '../3-diagram/slice'
import { allUncovered } from '../3-diagram/uncovered'

export interface Part {
  way: Way
  box: Box
}

/**
 * All cases of a box that come to a place, by the way that they take: boxes that have nothing in common. Cases where two
 * answers hold, or none, take none. `spend` is called for each piece of work, and may throw.
 */
export function partsOf(place: Place, box: Box, slice: Slice, spend: () => void): Part[] {
  const { node, ways, otherwise } = place
  if (node.kind !== 'question') return ways.map(way => ({ way, box }))
  const { facts } = node
  const rest = (part: Box, others: readonly Box[]) =>
    others.length === 0 ? [part] : allUncovered(part, others, facts, slice.cells, spend)

  const holds = ways.map(({ tests }) => intersection(box, tests))
  const rivals = rivalsOf(place, slice)
  const parts = ways.flatMap((way, i) => {
    const part = holds[i]
    if (!part) return []
    spend()
    const others = (rivals.get(i) ?? []).flatMap(j => holds[j] ?? [])
    return rest(part, others).map(piece => ({ way, box: piece }))
  })
  if (!otherwise) return parts
  const answered = holds.filter(part => part !== null)
  return [...parts, ...rest(box, answered).map(piece => ({ way: otherwise, box: piece }))]
}

/** By its place among the answers: those of the others that must not hold for one to be taken. */
function rivalsOf({ node, ways }: Place, { graph }: Slice): ReadonlyMap<number, readonly number[]> {
  if (node.kind === 'question' && node.hit === 'first')
    return new Map(ways.map((_, i) => [i, Array.from({ length: i }, (_, j) => j)]))
  const rivals = new Map<number, number[]>()
  for (const [i, j] of clashesOf(graph, node.id)) {
    rivals.set(i, [...(rivals.get(i) ?? []), j])
    rivals.set(j, [...(rivals.get(j) ?? []), i])
  }
  return rivals
}
