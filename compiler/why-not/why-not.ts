import type { Graph } from '../1-graph/graph'
import type { Box } from '../3-diagram/box'
import { type CellSet, type Cells, lowest } from '../3-diagram/cells'
import { type Slice, sliceFor } from '../3-diagram/slice'
import { contains } from '../language/tests/value-set'
import { decideOn, type WalkPath } from '../meaning/decide'
import { readFacts } from '../meaning/read-facts'
import type { Facts } from '../runtime/result'
import type { JsonValue, Point } from '../runtime/values'
import { toJson } from '../runtime/values'
import { nearest, type Trail } from './nearest'
import { comesTo, type Target } from './target'

/** A fact that would have to be another one. */
export interface Obstacle {
  fact: string
  is: JsonValue
  /** What it would have to be: a test in canonical form. */
  wouldBe: string
  /** A value that does, as plain as there is one. */
  value: JsonValue
  /** The steps on the way that its value stands in the way of, in order: a question, or where the walk would begin. */
  at: string[]
}

/** A fact that the walk would still have to be told. */
export interface Missing {
  fact: string
  /** A test in canonical form; null where any value does. */
  wouldBe: string | null
  value: JsonValue
}

export type WhyNot =
  | {
      kind: 'near'
      /** The fewest facts that have to be others for the walk to come there. */
      stands: Obstacle[]
      missing: Missing[]
      /** The case with these changes; the walk on it comes to the target. */
      facts: Record<string, JsonValue>
      path: WalkPath
    }
  /** No case of this tier comes there. */
  | { kind: 'impossible' }
  /** It could not be found out within the budget. */
  | { kind: 'undecided' }

/**
 * Why a case does not come to a step or a line of the chart: the fewest of its facts that would have to be others for it
 * to come there, exactly, and a case that does. `facts` are as documents write them; those that are not valid count as
 * not known, and a volunteered one that nobody brought up is not so. The graph has to be one without structural errors.
 *
 * @throws RangeError where there is no such tier.
 */
export function whyNot(graph: Graph, tier: string, facts: Facts, target: Target, budget?: number): WhyNot {
  const caller = graph.rank.get(tier)
  if (caller === undefined) throw new RangeError(`There is no tier “${tier}”.`)
  const slice = sliceFor(graph, caller)
  const { known } = readFacts(graph, caller, facts)
  const now = new Map<string, CellSet>()
  for (const [fact, point] of known) {
    const cells = slice.cells.get(fact)
    if (cells) now.set(fact, cellOf(cells, point))
  }
  const trail = nearest(slice, target, now, budget)
  if (trail === 'undecided') return { kind: 'undecided' }
  if (trail === null) return { kind: 'impossible' }

  const stands = [...trail.box]
    .filter(([fact, cells]) => now.has(fact) && (now.get(fact)! & cells) === 0n)
    .map(([fact, cells]): Obstacle => {
      const { sample, text, domain } = slice.cells.get(fact)!
      const point = known.get(fact)!
      return {
        fact,
        is: point === null ? null : toJson(domain.type, point),
        wouldBe: text(cells)!,
        value: sample(lowest(cells)),
        at: stepsAgainst(trail, fact, now.get(fact)!),
      }
    })
  const told: Record<string, JsonValue> = {}
  for (const fact of known.keys()) if (facts[fact] !== undefined) told[fact] = facts[fact] as JsonValue
  for (const { fact, value } of stands) told[fact] = value
  return { kind: 'near', stands, ...walkedThere(graph, tier, slice, trail.box, told, target) }
}

/** Follows the chart there, telling what it asks for. That it does come there is what the search has promised. */
function walkedThere(
  graph: Graph,
  tier: string,
  slice: Slice,
  box: Box,
  facts: Record<string, JsonValue>,
  target: Target,
) {
  const missing: Missing[] = []
  let result = decideOn(graph, tier, facts, { path: true })
  while (result.kind === 'ask' && !comesTo(target, result.path!)) {
    const { fact } = result
    const { sample, text, all } = slice.cells.get(fact)!
    const cells = box.get(fact)
    const value = sample(lowest(cells ?? all))
    missing.push({ fact, wouldBe: cells === undefined ? null : text(cells), value })
    facts[fact] = value
    result = decideOn(graph, tier, facts, { path: true })
  }
  return { missing, facts, path: result.path! }
}

/** The steps of a trail at which a fact in this cell would lead elsewhere. */
function stepsAgainst(trail: Trail, fact: string, is: CellSet): string[] {
  const steps: string[] = []
  for (let at: Trail | null = trail; at; at = at.from) {
    const { place, way, from, box } = at
    const before = from?.box.get(fact)
    const narrowed = box.get(fact) !== before && (box.get(fact)! & is) === 0n
    const tested = way?.tests.get(fact)
    if (narrowed || (tested !== undefined && (tested & is) === 0n))
      steps.unshift(from ? from.place.node.id : place.node.id)
  }
  return steps
}

/** The cell of a value of the domain. */
function cellOf({ count, values }: Cells, point: Point | null): CellSet {
  for (let cell = 0; cell < count; cell++) {
    const only = 1n << BigInt(cell)
    if (contains(values(only), point)) return only
  }
  return 0n
}
