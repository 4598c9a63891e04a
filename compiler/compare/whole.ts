import { type Box, intersectBoxes, isLive, liveIn, narrowed, setIn } from './box'
import { hasCell, intersectRuns, type RunsStore } from './cell-runs'
import type { Decided } from './labels'
import { type DecisionNode, isFork, isLeaf, wayOf } from './nodes'
import type { Region } from './regions'
import type { Versions } from './version'

/** What a version decides in one case, whole: `cells` are by the facts' places. */
export function decidedAt(versions: Versions, root: DecisionNode, cells: readonly number[]): Decided {
  const steps: number[] = []
  for (let at = root; ; ) {
    if (isFork(at)) {
      at = at.ways.find(({ box }) => isIn(box, cells, versions.sets))!.to
      continue
    }
    if (!isLeaf(at)) {
      at = at.to[wayOf(at, cells[at.fact]!)]!
      continue
    }
    const leaf = versions.leafOf(at.value)
    for (const step of leaf.steps) steps.push(step)
    if (!leaf.part) return { steps, end: leaf.end }
    at = leaf.part
  }
}

function isIn(box: Box, cells: readonly number[], sets: RunsStore): boolean {
  for (let i = 0; i < box.length; i += 2) if (!hasCell(sets.of(box[i + 1]!), cells[box[i]!]!)) return false
  return true
}

/** Looks whether a version decides all cases of a region alike, as far as its budget goes. */
export class Uniform {
  constructor(
    private readonly versions: Versions,
    private readonly sets: RunsStore,
    private budget: number,
  ) {}

  /** Whether every case of the region is decided as said. Also false where that takes too long to see. */
  is({ steps, end }: Decided, root: DecisionNode, region: Region): boolean {
    const seen = new Set<string>()
    const first: Box = [...region.box].sort(([a], [b]) => a - b).flat()
    const stack: { node: DecisionNode; done: number; box: Box }[] = [{ node: root, done: 0, box: first }]
    for (let at = stack.pop(); at; at = stack.pop()) {
      const { node, box } = at
      let { done } = at
      const key = `${node.id};${done};${box.join()}`
      if (seen.has(key)) continue
      seen.add(key)
      if (--this.budget < 0) return false
      if (isLeaf(node)) {
        const leaf = this.versions.leafOf(node.value)
        for (const step of leaf.steps) if (steps[done++] !== step) return false
        if (leaf.part) stack.push({ node: leaf.part, done, box })
        else if (done !== steps.length || leaf.end !== end) return false
        continue
      }
      if (isFork(node)) {
        this.budget -= node.ways.length >> 3
        for (const way of node.ways) {
          const within = intersectBoxes(box, way.box, this.sets)
          if (!within) continue
          const live = this.versions.live(way.to)
          stack.push({ node: way.to, done, box: liveIn(within, fact => isLive(live, fact)) })
        }
        continue
      }
      const { count } = this.versions.joint.facts[node.fact]!.cells
      const settled = setIn(box, node.fact)
      const within = settled === undefined ? [0, count] : this.sets.of(settled)
      const last = within[within.length - 1]!
      const ways = new Map<DecisionNode, number[]>()
      for (let way = wayOf(node, within[0]!); way < node.to.length && node.starts[way]! < last; way++) {
        const runs = intersectRuns(within, [node.starts[way]!, node.starts[way + 1] ?? count])
        if (runs.length > 0) ways.set(node.to[way]!, [...(ways.get(node.to[way]!) ?? []), ...runs])
      }
      this.budget -= ways.size
      for (const [to, runs] of ways) {
        const live = this.versions.live(to)
        stack.push({
          node: to,
          done,
          box: narrowed(box, node.fact, runs, count, this.sets, fact => isLive(live, fact)),
        })
      }
    }
    return true
  }
}
