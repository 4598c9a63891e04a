import { type Graph, readGraph } from '../1-graph/graph'
import type { Box } from '../3-diagram/build'
import { lowest } from '../3-diagram/cells'
import { diagramFor } from '../4-table/table'
import type { Policy } from '../language/policy'
import { printSet } from '../language/tests/canonical'
import type { JsonValue } from '../runtime/values'
import { type Difference, differences } from './differences'
import { changesType, type JointFact, jointFacts } from './joint'
import { type DecisionNode, NodeStore } from './nodes'
import type { Outcome } from './outcome'
import { type DocumentChanges, documentChanges } from './parts'
import { type VersionLeaf, type VersionNode, versionNode } from './version'

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

/**
 * What two versions decide differently for callers of a tier, exactly. Both have to be policies without errors. A fact
 * whose type changed is reported under `facts`, and not as regions.
 *
 * @throws RangeError where neither has the tier; TooLarge, TooDifferent beyond the limits.
 */
export function diff(old: Policy, next: Policy, tier: string): Diff {
  const [before, after] = [tierOf(readGraph(old), tier), tierOf(readGraph(next), tier)]
  if (!before && !after) throw new RangeError(`Neither version has a tier “${tier}”.`)
  const joint = jointFacts(before?.slice ?? null, after?.slice ?? null)
  const store = new NodeStore<VersionLeaf>()
  const parts = new Map<number, VersionNode>()
  const node = differences(
    versionNode(before, 'old', joint, store, parts),
    versionNode(after, 'new', joint, store, parts),
    joint,
    parts,
  )
  const changes = regions(withoutOwn(node), joint)
  const retyped =
    before && after
      ? [...before.slice.cells.keys()].some(
          fact => after.slice.cells.has(fact) && changesType(fact, before.slice, after.slice),
        )
      : false
  return { same: changes.length === 0 && !retyped, changes, ...documentChanges(old, next) }
}

const tierOf = (graph: Graph, tier: string) => (graph.rank.has(tier) ? diagramFor(graph, tier) : null)

/** Without branches on facts of one version that changed their type: where they decide, `facts` says so. */
function withoutOwn(node: DecisionNode<Difference>): DecisionNode<Difference> {
  const store = new NodeStore<Difference>()
  const memo = new Map<DecisionNode<Difference>, DecisionNode<Difference>>()
  const visit = (at: DecisionNode<Difference>): DecisionNode<Difference> => {
    const known = memo.get(at)
    if (known) return known
    let made: DecisionNode<Difference>
    if (at.is === 'leaf') made = store.leaf(at.value)
    else {
      const ways = at.ways.map(({ cells, to }) => ({ cells, to: visit(to) }))
      if (!at.fact.includes('\u0000')) made = store.branch(at.fact, ways)
      else made = ways.every(({ to }) => to === ways[0]!.to) ? ways[0]!.to : store.leaf(null)
    }
    memo.set(at, made)
    return made
  }
  return visit(node)
}

function regions(node: DecisionNode<Difference>, joint: ReadonlyMap<string, JointFact>): Change[] {
  const found: Change[] = []
  const walk = (at: DecisionNode<Difference>, box: Box) => {
    if (at.is === 'branch') for (const { cells, to } of at.ways) walk(to, new Map(box).set(at.fact, cells))
    else if (at.value) found.push({ ...at.value, when: whenOf(box, joint), example: exampleOf(box, joint) })
  }
  walk(node, new Map())
  return found
}

function whenOf(box: Box, joint: ReadonlyMap<string, JointFact>): Record<string, string> {
  const when: Record<string, string> = {}
  for (const fact of [...box.keys()].sort()) {
    const { cells } = joint.get(fact)!
    const text = printSet(cells.values(box.get(fact)!), cells.domain)
    if (text !== null) when[fact] = text
  }
  return when
}

/** One value for each fact: of the region, and where there is a choice one that both versions accept. */
function exampleOf(box: Box, joint: ReadonlyMap<string, JointFact>): Record<string, JsonValue> {
  const example: Record<string, JsonValue> = {}
  for (const [fact, { cells, accepted }] of joint) {
    if (fact.includes('\u0000')) continue
    const within = box.get(fact) ?? cells.all
    const both = within & accepted.old & accepted.new
    example[fact] = cells.sample(lowest(both === 0n ? within : both))
  }
  return example
}
