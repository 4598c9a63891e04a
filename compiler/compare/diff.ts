import { readGraph } from '../1-graph/graph'
import { TooLarge } from '../3-diagram/too-large'
import type { TierDiagram } from '../4-table/table'
import { Tables } from '../4-table/tables'
import type { Policy } from '../language/policy'
import type { JsonValue } from '../runtime/values'
import { cellsIn, type RunsStore } from './cell-runs'
import { Differences } from './differences'
import { type Example, exampleOf } from './example'
import { type JointFact, jointFacts } from './joint'
import { SAME } from './labels'
import { type DecisionNode, isFork, isLeaf, NodeStore } from './nodes'
import type { Outcome } from './outcome'
import { type DocumentChanges, documentChanges } from './parts'
import { boxesOf, joined, type Region } from './regions'
import { Versions } from './version'
import { decidedAt, Uniform } from './whole'

/** A region of cases that two versions decide differently. */
export interface Change {
  kind: 'decision' | 'wording'
  /** Canonical tests by fact; a fact left out may be anything. */
  when: Record<string, string>
  before: Outcome
  after: Outcome
  /** A case of the region, with a value for every fact that either version knows. */
  example: Record<string, JsonValue>
}

export interface Diff extends DocumentChanges {
  /** Whether every case is decided alike, words included. */
  same: boolean
  /** Disjoint, and together exactly the cases that are decided differently. */
  changes: Change[]
}

/** How many places may be looked at to see whether all cases of a region are decided alike, shared steps included. */
const WHOLE_BUDGET = 500_000

/**
 * What two versions decide differently for callers of a tier, exactly. Both have to be policies without errors. A fact
 * whose type changed is reported under `facts`, and not as regions.
 *
 * @throws RangeError where neither has the tier; TooLarge, TooDifferent beyond the limits.
 */
export const diff = (old: Policy, next: Policy, tier: string): Diff =>
  diffOf(new Tables(readGraph(old)), new Tables(readGraph(next)), tier)

/** As `diff`, of versions whose diagrams may have been made already: for several tiers, and behind checks. */
export function diffOf(old: Tables, next: Tables, tier: string): Diff {
  const [before, after] = [diagramOf(old, tier), diagramOf(next, tier)]
  if (!before && !after) throw new RangeError(`Neither version has a tier “${tier}”.`)
  const joint = jointFacts(before?.slice ?? null, after?.slice ?? null)
  const versions = new Versions(joint, before, after)
  const shared = new Differences(versions, true)
  const differences = shared.labels.crossed ? new Differences(versions, false) : shared
  const changes = changesOf(versions, differences)
  return {
    same: changes.length === 0 && joint.retyped.length === 0,
    changes,
    ...documentChanges(old.graph.policy, next.graph.policy),
  }
}

/** The facts visible to a tier whose values cannot be held against each other: see `diff`. */
export const retypedFor = (old: Tables, next: Tables, tier: string): readonly string[] =>
  jointFacts(diagramOf(old, tier)?.slice ?? null, diagramOf(next, tier)?.slice ?? null).retyped

function diagramOf(tables: Tables, tier: string): TierDiagram | null {
  if (!tables.graph.rank.has(tier)) return null
  const diagram = tables.diagram(tier)
  if (diagram instanceof TooLarge) throw diagram
  return diagram
}

function changesOf(versions: Versions, { root, store, sets, labels }: Differences): Change[] {
  const { facts } = versions.joint
  const uniform = new Uniform(versions, sets, WHOLE_BUDGET)
  const wholeAt = (cells: readonly number[]) => ({
    before: decidedAt(versions, versions.old, cells),
    after: decidedAt(versions, versions.new, cells),
  })
  const regions = joined(boxesOf(withoutOwn(root, store, facts), facts, sets), facts, sets)
  const examples = new Map<Region, Example>()
  for (const region of regions) {
    const example = exampleOf(region, facts, sets, cells => {
      const { before, after } = wholeAt(cells)
      return [labels.outcome(before), labels.outcome(after)]
    })
    examples.set(region, example)
    // Steps that both versions share are named, too, where they are the same in every case of the region.
    const { before, after } = wholeAt(example.cells)
    const shared = before.steps.length > labels.of(region.label).before.steps.length
    if (shared && uniform.is(before, versions.old, region) && uniform.is(after, versions.new, region))
      region.label = labels.number(before, after)
  }
  return joined(regions, facts, sets).map(region => {
    const { kind, before, after } = labels.of(region.label)
    return {
      kind,
      when: whenOf(region, facts, sets),
      before: labels.outcome(before),
      after: labels.outcome(after),
      example: examples.get(region)!.facts,
    }
  })
}

/** Without branches on facts of one version that changed their type: where they decide, `facts` says so. */
function withoutOwn(root: DecisionNode, { nodes }: NodeStore, facts: readonly JointFact[]): DecisionNode {
  if (!facts.some(({ only }) => only)) return root
  const store = new NodeStore()
  const made: DecisionNode[] = []
  // A node comes after all that it leads to.
  for (const node of nodes.slice(0, root.id + 1)) {
    if (isLeaf(node)) made.push(store.leaf(node.value))
    else if (isFork(node)) {
      const own = node.ways.some(({ box }) =>
        box.some((fact, i) => i % 2 === 0 && facts[fact]!.only !== null),
      )
      const ways = node.ways.map(({ box, to }) => ({ box, to: made[to.id]! }))
      made.push(own ? store.leaf(SAME) : store.fork(ways))
    } else {
      const to = node.to.map(({ id }) => made[id]!)
      const own = facts[node.fact]!.only !== null
      if (!own) made.push(store.branch(node.fact, node.starts, to))
      else made.push(to.every(each => each === to[0]) ? to[0]! : store.leaf(SAME))
    }
  }
  return made[root.id]!
}

function whenOf({ box }: Region, facts: readonly JointFact[], sets: RunsStore): Record<string, string> {
  const when: Record<string, string> = {}
  for (const place of [...box.keys()].sort((a, b) => a - b)) {
    const { name, cells } = facts[place]!
    const text = cells.text(cellsIn(sets.of(box.get(place)!)))
    if (text !== null) when[name] = text
  }
  return when
}
