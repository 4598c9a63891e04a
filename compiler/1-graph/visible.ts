import type { Node } from '../language/kinds'
import type { Argument } from '../language/kinds/common'
import type { Graph, GraphEdge } from './graph'

/** A node as it is reached: with the rank of the tier that holds the decision there. */
export interface State {
  node: Node
  rank: number
}

export const stateKey = (id: string, rank: number) => `${rank} ${id}`

/** What a caller of some rank sees of the chart: everything up to the first hand-over beyond them. */
export interface Visible {
  /** By `stateKey`. */
  states: ReadonlyMap<string, State>
  facts: ReadonlySet<string>
}

/** The tier that holds the decision after a node, or null where the walk ends there for a caller of this rank. */
export function rankAfter(graph: Graph, node: Node, rank: number, caller: number): number | null {
  if (node.kind !== 'escalate') return rank
  const to = graph.rank.get(node.to) ?? Infinity
  return to > caller ? null : Math.max(rank, to)
}

/** The edges that lead on from a node for a caller of this rank, with the rank beyond it. */
export function waysOn(
  graph: Graph,
  { node, rank }: State,
  caller: number,
): { edges: readonly GraphEdge[]; rank: number } {
  const after = rankAfter(graph, node, rank, caller)
  return after === null ? { edges: [], rank } : { edges: graph.out.get(node.id) ?? [], rank: after }
}

const NAMED = /\{([^{}]*)\}/g

/** The names that words put in braces. */
export const namesIn = (words: string | undefined) =>
  [...(words ?? '').matchAll(NAMED)].map(match => match[1]!)

const factsOfWith = (args: Record<string, Argument> | undefined) =>
  Object.values(args ?? {}).flatMap(arg => (typeof arg === 'object' && arg !== null ? [arg.fact] : []))

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
      return [...factsOfWith(node.with), ...words]
    case 'close':
      return [
        ...(node.options ?? []).flatMap(option =>
          'action' in option ? factsOfWith(option.with) : namesIn(option.say),
        ),
        ...words,
      ]
    default:
      return words
  }
}

/** What a caller of this rank sees. Reachability follows edges whatever their tests. */
export function visibleTo(graph: Graph, caller: number): Visible {
  const states = new Map<string, State>()
  const entries: Node[] = [
    ...graph.triggers.map(trigger => trigger.node),
    ...(graph.start ? [graph.start] : []),
  ]
  const open: State[] = entries.map(node => ({ node, rank: 0 }))
  for (let state = open.pop(); state; state = open.pop()) {
    const key = stateKey(state.node.id, state.rank)
    if (states.has(key)) continue
    states.set(key, state)
    const on = waysOn(graph, state, caller)
    for (const edge of on.edges) open.push({ node: graph.nodes.get(edge.to)!, rank: on.rank })
  }
  const facts = new Set<string>()
  const named = [...states.values()].flatMap(state => factsOf(state.node))
  for (let name = named.pop(); name !== undefined; name = named.pop()) {
    const fact = Object.hasOwn(graph.policy.handbook.facts, name)
      ? graph.policy.handbook.facts[name]
      : undefined
    if (!fact || facts.has(name)) continue
    facts.add(name)
    named.push(...namesIn(fact.ask), ...namesIn(fact.guidance))
  }
  return { states, facts }
}
