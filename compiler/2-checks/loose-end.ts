import type { Graph } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import { KINDS, type Node } from '../language/kinds'
import { nodeName } from './names'
import { Redraw } from './redraw'
import { allBefore } from './ways-into'

/**
 * Leads a node that leads nowhere to the only step that no line leads to. It is what was meant, as long as there is no
 * other; none where the step would lead round to itself.
 */
export function leadToLooseEnd(graph: Graph, from: Node): Fix | undefined {
  const led = new Set(graph.policy.chart.edges.map(edge => edge.to))
  const [only, more] = [...graph.nodes.values()].filter(
    node => KINDS[node.kind].enterable && !led.has(node.id) && node.id !== from.id,
  )
  if (!only || more || allBefore(graph, from.id).has(only.id)) return undefined
  const answer = from.kind === 'question' ? ({ otherwise: true } as const) : {}
  return {
    title: `Lead it to ${nodeName(only)}`,
    edits: new Redraw(graph).draw({ from: from.id, to: only.id, ...answer }).edits,
  }
}
