import { distance } from 'fastest-levenshtein'
import type { Graph, GraphEdge } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import { KINDS, type Node } from '../language/kinds'

/** What a message calls a node: its title, or its kind and id. */
export const nodeName = (node: Node) =>
  node.title ? `“${node.title}”` : `the ${KINDS[node.kind].title.toLowerCase()} “${node.id}”`

/** The same at the beginning of a sentence. */
export const atStart = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a message calls an action, fact or tier of the handbook. */
export const titled = (kind: 'facts' | 'actions', graph: Graph, name: string) => {
  const entries = graph.policy.handbook[kind]
  return `“${(Object.hasOwn(entries, name) ? entries[name]!.title : undefined) ?? name}”`
}
export const tierName = (graph: Graph, rank: number) => {
  const tier = graph.policy.handbook.tiers[rank]!
  return tier.title ? `${tier.title} (${tier.id})` : tier.id
}

export const nodePath = (graph: Graph, id: string, ...more: Path): Path => [
  'chart',
  'nodes',
  graph.indexOf.get(id)!,
  ...more,
]
export const edgePath = (edge: Pick<GraphEdge, 'index'>, ...more: Path): Path => [
  'chart',
  'edges',
  edge.index,
  ...more,
]

/** The name that was meant, where one that exists is close enough to it. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  let best: { name: string; off: number } | undefined
  for (const known of names) {
    const off = distance(name.toLowerCase(), known.toLowerCase())
    if (!best || off < best.off) best = { name: known, off }
  }
  return best && best.off <= Math.max(2, Math.floor(name.length / 3)) ? best.name : undefined
}

/** " Did you mean “shipping”?", where a name is close enough to one that exists. */
export const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Did you mean “${nearest}”?`
