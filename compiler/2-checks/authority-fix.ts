import type { Graph } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import type { Node, NodeOf } from '../language/kinds'
import type { Cases } from './cases'
import { nodeName, tierName } from './names'
import { Redraw } from './redraw'
import { highestRankAt } from './visits-at'
import { waysInto } from './ways-into'

/**
 * Has a tier decide before a step is done: by the escalation that every case comes through on its way there, where
 * there is one, or else by a new one in front of it. None where some case comes with that authority already, or where
 * an escalation further on would then no longer go upward.
 */
export function escalateBefore(cases: Cases, node: Node, rank: number): Fix | undefined {
  const { graph } = cases
  if (highestRankAt(cases, node.id) >= rank) return undefined
  const above = escalationAbove(graph, node)
  if (above && highestRankAt(cases, above.id) < rank && climbsFrom(graph, above, rank))
    return raise(graph, above, rank)
  if (!climbsFrom(graph, node, rank)) return undefined
  const redraw = new Redraw(graph)
  const id = redraw.add({ id: 'escalate', kind: 'escalate', to: graph.tiers[rank]!, mode: 'consult' })
  return {
    title: `Put an escalation to ${tierName(graph, rank)} before ${nodeName(node)}`,
    edits: redraw.reroute(node.id, id).draw({ from: id, to: node.id }).edits,
  }
}

/** Leads an escalation to a higher tier; none where one further on would then no longer go upward. */
export function raiseEscalation(graph: Graph, node: NodeOf<'escalate'>, rank: number): Fix | undefined {
  return rank < graph.tiers.length && climbsFrom(graph, node, rank) ? raise(graph, node, rank) : undefined
}

const raise = (graph: Graph, node: NodeOf<'escalate'>, rank: number): Fix => ({
  title: `Escalate to ${tierName(graph, rank)} at ${nodeName(node)}`,
  edits: new Redraw(graph).set(['chart', 'nodes', graph.indexOf.get(node.id)!, 'to'], graph.tiers[rank]!)
    .edits,
})

/** Whether every escalation behind the node goes above that rank. */
function climbsFrom(graph: Graph, from: Node, rank: number): boolean {
  const seen = new Set<string>()
  const open = graph.out.get(from.id)!.map(edge => edge.to)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const node = graph.nodes.get(id)!
    if (node.kind === 'escalate' && graph.rank.get(node.to)! <= rank) return false
    open.push(...graph.out.get(id)!.map(edge => edge.to))
  }
  return true
}

/** The escalation on the only way to a node, the last one before it. */
function escalationAbove(graph: Graph, node: Node): NodeOf<'escalate'> | undefined {
  const into = waysInto(graph)
  for (let at = node.id; ; ) {
    const [from, more] = into.get(at) ?? []
    if (from === undefined || more !== undefined) return undefined
    const before = graph.nodes.get(from)!
    if (before.kind === 'escalate') return before
    at = from
  }
}
