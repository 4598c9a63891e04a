import { clashesOf } from '../1-graph/clashes'
import { type Box, intersection, isWithin, keyOf, meets } from '../3-diagram/box'
import { groupsOf } from '../3-diagram/groups'
import { leadsOn, type Place, type Slice, type Way } from '../3-diagram/slice'
import { allUncovered, uncovered } from '../3-diagram/uncovered'

/** How the cases that come to a question are answered. The boxes say what is narrower than what came. */
export interface Answered {
  /** Some cases of each kind that what is behind the answer tells apart. */
  taken: { way: Way; box: Box }[]
  overlaps: { ways: [Way, Way]; box: Box }[]
  /** Cases that no answer covers; null where there are none. */
  gap: Box | null
}

/** The budget is spent. */
export class BrokenOff extends Error {
  override name = 'BrokenOff'
}

/** Answers the cases of a box. `spend` is called for each piece of work, and may throw. */
export function answersOf(place: Place, box: Box, slice: Slice, spend: () => void): Answered {
  if (place.node.kind === 'question' && place.node.hit === 'first')
    return firstAnswers(place, box, slice, spend)
  return onlyAnswers(place, box, slice, spend)
}

/** Where one answer is to hold, and no other. */
function onlyAnswers(place: Place, box: Box, slice: Slice, spend: () => void): Answered {
  const { graph, cells: domains } = slice
  const facts = place.node.kind === 'question' ? place.node.facts : []
  const possible: { way: Way; part: Box; clashes: Box[]; earlier: Box[] }[] = []
  const byPlace = new Map<number, (typeof possible)[number]>()
  place.ways.forEach((way, i) => {
    if (!possibleIn(box, way.tests)) return
    spend()
    const entry = { way, part: intersection(box, way.tests)!, clashes: [], earlier: [] }
    possible.push(entry)
    byPlace.set(i, entry)
  })
  const overlaps: Answered['overlaps'] = []
  for (const [i, j] of clashesOf(graph, place.node.id)) {
    const [one, two] = [byPlace.get(i), byPlace.get(j)]
    const both = one && two && intersection(one.part, two.part)
    if (!both) continue
    spend()
    overlaps.push({ ways: [one.way, two.way], box: beyond(box, both) })
    one.clashes.push(two.part)
    two.clashes.push(one.part)
    two.earlier.push(one.part)
  }
  const pieces = (part: Box, others: readonly Box[]) =>
    others.length === 0 ? [part] : allUncovered(part, others, facts, domains, spend)
  // No case goes on from where two answers hold: beyond it nothing could be shown by following the chart.
  const alone = possible.map(({ part, clashes }) => pieces(part, clashes))
  const taken: Answered['taken'] = possible.flatMap(({ way }, i) =>
    alone[i]!.map(piece => ({ way, box: beyond(box, piece) })),
  )
  const covered = possible.flatMap(({ part, clashes, earlier }, i) =>
    earlier.length === clashes.length ? alone[i]! : pieces(part, earlier),
  )
  const left = uncovered(box, covered, facts, domains)
  const { otherwise } = place
  if (!left || !otherwise) return { taken, overlaps, gap: left && beyond(box, left) }
  const matters = facts.some(fact => slice.live.has(otherwise.to.index, fact))
  const rest = matters ? allUncovered(box, covered, facts, domains, spend) : [left]
  return {
    taken: [...taken, ...rest.map(piece => ({ way: otherwise, box: beyond(box, piece) }))],
    overlaps,
    gap: null,
  }
}

/** Where the first answer that holds is taken. Cases that are settled alike are looked at once. */
function firstAnswers(place: Place, box: Box, slice: Slice, spend: () => void): Answered {
  const { cells: domains, live } = slice
  const within = (at: Box, fact: string) => at.get(fact) ?? domains.get(fact)!.all
  const taken: Answered['taken'] = []
  let gap: Box | null = null
  const seen = new Set<string>()
  const left: { candidates: readonly { place: number; tests: Box; way: Way }[]; at: Box }[] = [
    { candidates: place.ways.map((way, i) => ({ place: i, tests: way.tests, way })), at: box },
  ]
  for (let part = left.pop(); part; part = left.pop()) {
    const { at } = part
    let possible = part.candidates.filter(({ tests }) => possibleIn(at, tests))
    const settled = possible.findIndex(({ tests }) => isWithin(at, tests, domains))
    if (settled >= 0) possible = possible.slice(0, settled + 1)
    const matters = new Map(
      [...at].filter(
        ([fact]) =>
          possible.some(({ tests }) => tests.has(fact)) ||
          leadsOn(place).some(({ to }) => live.has(to.index, fact)),
      ),
    )
    const key = `${possible.map(({ place: i }) => i).join()} ${keyOf(matters)}`
    if (seen.has(key)) continue
    seen.add(key)
    spend()
    const [one] = possible
    const open = one && [...one.tests].find(([fact, cells]) => (within(at, fact) & ~cells) !== 0n)
    if (open) {
      const [fact] = open
      for (const group of groupsOf(possible, fact, within(at, fact)).reverse())
        left.push({ candidates: group.possible, at: new Map(at).set(fact, group.cells) })
      continue
    }
    const way = one?.way ?? place.otherwise
    if (way) taken.push({ way, box: beyond(box, at) })
    else gap ??= beyond(box, at)
  }
  return { taken, overlaps: [], gap }
}

function possibleIn(box: Box, tests: Box): boolean {
  for (const cells of tests.values()) if (cells === 0n) return false
  return meets(box, tests)
}

/** What a part of a box says beyond the box. */
function beyond(box: Box, part: Box): Box {
  const said = new Map<string, bigint>()
  for (const [fact, cells] of part) if (box.get(fact) !== cells) said.set(fact, cells)
  return said
}
