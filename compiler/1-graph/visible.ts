import type { Node } from '../language/kinds'
import { suppliersOf } from '../language/kinds/common'
import { once, onceFor } from '../memory/once'
import type { Graph, GraphEdge } from './graph'

/** A node as it is reached: with the rank of the tier that holds the decision there. */
export interface State {
  node: Node
  rank: number
}

export const stateKey = (id: string, rank: number) => `${rank} ${id}`

/** A state with the ways on from it, for some caller. */
export interface Reached extends State {
  key: string
  /** Its number among all that the caller reaches: above those of all behind it. */
  index: number
  edges: readonly GraphEdge[]
  /** Where each of the edges leads. */
  next: readonly Reached[]
}

/** What a caller of some rank sees of the chart: everything up to the first hand-over beyond them. */
export interface Visible {
  /** Each after all that it leads to. */
  reached: readonly Reached[]
  /** By `stateKey`. */
  byKey: ReadonlyMap<string, Reached>
  nodes: ReadonlySet<Node>
  facts: ReadonlySet<string>
}

/** The tier that holds the decision after a node, or null where the walk ends there for a caller of this rank. */
export function rankAfter(graph: Graph, node: Node, rank: number, caller: number): number | null {
  if (node.kind !== 'escalate') return rank
  const to = graph.rank.get(node.to) ?? Infinity
  return to > caller ? null : Math.max(rank, to)
}

const NO_EDGES: readonly GraphEdge[] = []

/** The edges that lead on from a node for a caller of this rank, with the rank beyond it. */
export function waysOn(
  graph: Graph,
  { node, rank }: State,
  caller: number,
): { edges: readonly GraphEdge[]; rank: number } {
  const after = rankAfter(graph, node, rank, caller)
  return after === null
    ? { edges: NO_EDGES, rank }
    : { edges: graph.out.get(node.id) ?? NO_EDGES, rank: after }
}

const NAMED = /\{([^{}]*)\}/g

/** The names that words put in braces. */
export const namesIn = (words: string | undefined): readonly string[] =>
  words?.includes('{') ? [...words.matchAll(NAMED)].map(match => match[1]!) : []

/** The facts that a node and its answers use for a client: to branch, to act, and in its words. */
export function factsOf(node: Node): string[] {
  if (node.kind === 'note') return []
  const words = [...namesIn(node.say), ...namesIn(node.note)]
  switch (node.kind) {
    case 'question':
      return [...node.facts, ...words]
    case 'trigger':
      return [...Object.keys(node.when), ...words]
    case 'action':
      return [...suppliersOf(node.with), ...words]
    case 'close':
      return [
        ...(node.options ?? []).flatMap(option =>
          'action' in option ? suppliersOf(option.with) : namesIn(option.say),
        ),
        ...words,
      ]
    default:
      return words
  }
}

const seenIn = onceFor((_: Graph) => new Map<number, Visible>())

/** What a caller of this rank sees. Reachability follows edges whatever their tests. A graph never changes: it is looked up once. */
export function visibleTo(graph: Graph, caller: number): Visible {
  return once(seenIn(graph), caller, () => {
    const { reached, byKey } = reachedBy(graph, caller)
    const nodes = new Set(reached.map(({ node }) => node))
    return { reached, byKey, nodes, facts: factsUsed(graph, nodes) }
  })
}

/** The chart has no cycles, but may be deeper than calls can be nested; one with cycles is followed to its end, too. */
function reachedBy(graph: Graph, caller: number) {
  const reached: Reached[] = []
  const byKey = new Map<string, Reached>()
  type Open = Reached & { next: Reached[]; left: number }
  const stack: Open[] = []
  const ofNode = new Map<number, Map<Node, Open>>()
  const enter = (node: Node, rank: number): Reached => {
    const atRank = once(ofNode, rank, () => new Map())
    const known = atRank.get(node)
    if (known) return known
    const key = stateKey(node.id, rank)
    const made: Open = { key, index: -1, node, rank, edges: [], next: [], left: 0 }
    made.edges = waysOn(graph, made, caller).edges
    atRank.set(node, made)
    byKey.set(key, made)
    stack.push(made)
    return made
  }
  const entries = graph.triggers.map(trigger => trigger.node as Node)
  for (const entry of graph.start ? [...entries, graph.start] : entries) {
    enter(entry, 0)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = top.edges[top.left++]
      if (edge) top.next.push(enter(graph.nodes.get(edge.to)!, rankAfter(graph, top.node, top.rank, caller)!))
      else {
        top.index = reached.length
        reached.push(top)
        stack.pop()
      }
    }
  }
  return { reached, byKey }
}

function factsUsed(graph: Graph, nodes: ReadonlySet<Node>): ReadonlySet<string> {
  const { facts: handbook } = graph.policy.handbook
  const facts = new Set<string>()
  const named: string[] = []
  for (const node of nodes) for (const fact of factsOf(node)) named.push(fact)
  for (let name = named.pop(); name !== undefined; name = named.pop()) {
    if (facts.has(name) || !Object.hasOwn(handbook, name)) continue
    const fact = handbook[name]!
    facts.add(name)
    named.push(...namesIn(fact.ask), ...namesIn(fact.guidance))
  }
  return facts
}

/** Whether two callers see the same, and end at the same places: then all that is decided for one is for the other. */
export function seesAlike(graph: Graph, one: number, other: number): boolean {
  const [a, b] = [visibleTo(graph, one).reached, visibleTo(graph, other).reached]
  return (
    a.length === b.length &&
    a.every(({ key, node, edges }, i) => {
      if (key !== b[i]!.key || edges !== b[i]!.edges) return false
      if (node.kind !== 'escalate') return true
      const to = graph.rank.get(node.to)!
      return to <= one === to <= other
    })
  )
}
