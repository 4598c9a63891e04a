import type { Box } from './box'
import { intersectRuns, type RunsStore, unionRuns } from './cell-runs'
import type { JointFact } from './joint'
import { SAME } from './labels'
import { type DecisionNode, isFork, isLeaf } from './nodes'
import { TooDifferent } from './too-different'

/** As many regions as a comparison may have. */
export const REGION_LIMIT = 20_000

/** A box of joint cells with one label: by the facts' places, the numbers of their sets; a fact left out may be anything. */
export interface Region {
  label: number
  box: Map<number, number>
}

interface Open {
  node: DecisionNode
  /** What has been settled on the way: the last first. */
  box: Settled | null
}
interface Settled {
  fact: number
  set: number
  before: Settled | null
}

/**
 * The regions of a diagram of labels, in the order in which a walk meets them. They are disjoint.
 *
 * @throws TooDifferent beyond the limit.
 */
export function boxesOf(
  root: DecisionNode,
  facts: readonly JointFact[],
  sets: RunsStore,
  limit = REGION_LIMIT,
): Region[] {
  const found: Region[] = []
  const stack: Open[] = [{ node: root, box: null }]
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, box } = at
    if (isLeaf(node)) {
      if (node.value === SAME) continue
      if (found.length >= limit) throw new TooDifferent()
      const region: Region = { label: node.value, box: new Map() }
      // What was settled last is the narrowest.
      for (let each = box; each; each = each.before)
        if (!region.box.has(each.fact)) region.box.set(each.fact, each.set)
      found.push(region)
      continue
    }
    if (isFork(node)) {
      for (const way of node.ways.toReversed()) {
        const within = settledBy(box, way.box, sets)
        if (within !== undefined) stack.push({ node: way.to, box: within })
      }
      continue
    }
    const { count } = facts[node.fact]!.cells
    let settled = box
    while (settled && settled.fact !== node.fact) settled = settled.before
    const ways = new Map<DecisionNode, number[]>()
    node.to.forEach((to, i) => {
      const runs = ways.get(to)
      const [from, until] = [node.starts[i]!, node.starts[i + 1] ?? count]
      if (runs) runs.push(from, until)
      else ways.set(to, [from, until])
    })
    for (const [to, runs] of [...ways].reverse()) {
      const within = settled ? intersectRuns(sets.of(settled.set), runs) : runs
      if (within.length > 0)
        stack.push({ node: to, box: { fact: node.fact, set: sets.number(within), before: box } })
    }
  }
  return found
}

/** What has been settled once a way of a fork is taken; undefined where no case comes along it. */
function settledBy(before: Settled | null, box: Box, sets: RunsStore): Settled | null | undefined {
  let made = before
  for (let i = 0; i < box.length; i += 2) {
    const [fact, set] = [box[i]!, box[i + 1]!]
    let settled = before
    while (settled && settled.fact !== fact) settled = settled.before
    const within = settled ? intersectRuns(sets.of(settled.set), sets.of(set)) : sets.of(set)
    if (within.length === 0) return undefined
    made = { fact, set: sets.number(within), before: made }
  }
  return made
}

/**
 * Joins regions of one label that differ in the set of a single fact, until there are none: then no two of a label could be
 * a single box. The first of those that are joined is what the whole becomes.
 */
export function joined(regions: readonly Region[], facts: readonly JointFact[], sets: RunsStore): Region[] {
  let left = [...regions]
  const used = new Set(regions.flatMap(({ box }) => [...box.keys()]))
  for (let before = Infinity; left.length < before; ) {
    before = left.length
    for (const fact of used) left = joinedOver(fact, left, facts[fact]!.cells.count, sets)
  }
  return left
}

function joinedOver(fact: number, regions: readonly Region[], count: number, sets: RunsStore): Region[] {
  const kept = new Map<string, Region>()
  for (const region of regions) {
    const own = region.box.get(fact)
    // Regions are disjoint: one that says nothing of the fact is alike in all else to none that does.
    const key = `${region.label} ${restOf(region, fact)}`
    const known = own === undefined ? undefined : kept.get(key)
    if (!known) {
      kept.set(key, region)
      continue
    }
    const all = unionRuns(sets.of(known.box.get(fact)!), sets.of(own!))
    if (all.length === 2 && all[1]! - all[0]! === count) known.box.delete(fact)
    else known.box.set(fact, sets.number(all))
  }
  return [...kept.values()]
}

const restOf = ({ box }: Region, fact: number) =>
  [...box]
    .filter(([each]) => each !== fact)
    .sort(([a], [b]) => a - b)
    .map(([each, set]) => `${each}:${set}`)
    .join()
