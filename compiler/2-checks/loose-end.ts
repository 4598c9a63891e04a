import type { Graph } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import { KINDS, type Node } from '../language/kinds'
import { nodeName } from './names'
import { Redraw } from './redraw'

/**
 * Leads a node that leads nowhere to the only step that no line leads to. It is what was meant, as long as there is no
 * other; none where the step would lead round to itself.
 */
export function leadToLooseEnd(graph: Graph, from: Node): Fix | undefined {
  const led = new Set(graph.policy.chart.edges.map(edge => edge.to))
  const [only, more] = [...graph.nodes.values()].filter(
    node => KINDS[node.kind].enterable && !led.has(node.id) && node.id !== from.id,
  )
  if (!only || more || reaches(graph, only.id, from.id)) return undefined
  const answer = from.kind === 'question' ? ({ otherwise: true } as const) : {}
  return {
    title: `Lead it to ${nodeName(only)}`,
    edits: new Redraw(graph).draw({ from: from.id, to: only.id, ...answer }).edits,
  }
}

/** Whether the chart leads from one node to another, or both are the same. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...graph.out.get(id)!.map(edge => edge.to))
  }
  return false
}
