import { type Clashes, clashesOf } from '../1-graph/clashes'
import type { Graph } from '../1-graph/graph'
import { type Box, intersection, isWithin, keyOf, meets } from '../3-diagram/box'
import { groupsOf } from '../3-diagram/groups'
import { leadsOn, type Place, type Slice, type Way } from '../3-diagram/slice'
import { allUncovered, lastUncovered, uncovered } from '../3-diagram/uncovered'
import { once, onceFor } from '../memory/once'

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

/** What was found where answers clash, by the place of the answer among the question's; -1 is `otherwise`. */
interface Remembered {
  taken: { at: number; box: Box }[]
  overlaps: Answered['overlaps']
  gap: Box | null
}
const rememberedIn = onceFor((_: Graph) => new Map<string, Remembered>())

/**
 * Where one answer is to hold, and no other. Cutting answers that clash out of each other takes long, and other looks
 * at the same chart come here with the same cases: what they find is remembered.
 */
function onlyAnswers(place: Place, box: Box, slice: Slice, spend: () => void): Answered {
  const { graph } = slice
  const clashes = clashesOf(graph, place.node.id)
  if (clashes.length === 0) return answered(place, cutOut(place, box, slice, clashes, spend))
  // Whoever sees less may see less that matters behind an answer.
  const mattering = [...place.ways, place.otherwise].map(way =>
    way && mattersBehind(way, place, slice) ? 1 : 0,
  )
  const key = `${place.node.id} ${mattering.join('')} ${keyOf(box)}`
  return answered(
    place,
    once(rememberedIn(graph), key, () => cutOut(place, box, slice, clashes, spend)),
  )
}

const answered = ({ ways, otherwise }: Place, { taken, overlaps, gap }: Remembered): Answered => ({
  taken: taken.map(({ at, box }) => ({ way: ways[at] ?? otherwise!, box })),
  overlaps,
  gap,
})

/** Whether anything behind a way depends on what the question is about. */
const mattersBehind = ({ to }: Way, { node }: Place, { live }: Slice) =>
  node.kind === 'question' && node.facts.some(fact => live.has(to.index, fact))

function cutOut(place: Place, box: Box, slice: Slice, clashes: Clashes, spend: () => void): Remembered {
  const domains = slice.cells
  const facts = place.node.kind === 'question' ? place.node.facts : []
  const possible: { at: number; way: Way; part: Box; clashes: Box[]; earlier: Box[] }[] = []
  const byPlace = new Map<number, (typeof possible)[number]>()
  place.ways.forEach((way, at) => {
    if (!possibleIn(box, way.tests)) return
    spend()
    const entry = { at, way, part: intersection(box, way.tests)!, clashes: [], earlier: [] }
    possible.push(entry)
    byPlace.set(at, entry)
  })
  const overlaps: Answered['overlaps'] = []
  for (const [i, j] of clashes) {
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
  const covered: Box[] = []
  const taken: Remembered['taken'] = []
  for (const { at, way, part, clashes, earlier } of possible) {
    const first = pieces(part, earlier)
    for (const piece of first) covered.push(piece)
    // No case goes on from where two answers hold: beyond it nothing could be shown by following the chart.
    const same = earlier.length === clashes.length
    const alone = mattersBehind(way, place, slice)
      ? same
        ? first
        : pieces(part, clashes)
      : same
        ? first.slice(-1)
        : lastUncovered(part, clashes, facts, domains, spend)
    for (const piece of alone) taken.push({ at, box: beyond(box, piece) })
  }
  const left = uncovered(box, covered, facts, domains)
  const { otherwise } = place
  if (!left || !otherwise) return { taken, overlaps, gap: left && beyond(box, left) }
  const rest = mattersBehind(otherwise, place, slice)
    ? allUncovered(box, covered, facts, domains, spend)
    : [left]
  for (const piece of rest) taken.push({ at: -1, box: beyond(box, piece) })
  return { taken, overlaps, gap: null }
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
