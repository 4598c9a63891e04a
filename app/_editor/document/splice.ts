import { KINDS } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { connect } from './chart-edits'
import { refusesEdge } from './refuses-edge'
import type { Way } from './ways-out'

/** Why a step cannot go into a line, in a sentence; `null` where it can. */
export function refusesSplice(document: PolicyDocument, id: string, line: string): string | null {
  const { nodes, edges } = document.chart
  const node = nodes.find(node => node.id === id)
  const edge = edges.find(edge => edge.id === line)
  if (!node || !edge) return 'There is no such step, or no such line.'
  if (edge.from === id || edge.to === id) return 'This line is one of the step’s own.'
  if (!KINDS[node.kind].enterable || KINDS[node.kind].waysOut === 'none')
    return 'Only a step that leads on can stand between two others.'
  if (edges.some(({ from, to }) => from === id && to !== edge.to))
    return 'This step leads elsewhere already. Take its line away first.'
  return refusesEdge(document, edge.from, id) ?? refusesEdge(document, id, edge.to)
}

/**
 * Leads a line to a step that stands by itself, and the step on to where the line led.
 *
 * @param way the way out of the step that leads on
 */
export function splice(draft: PolicyDocument, id: string, line: string, way: Way | null): void {
  const edge = draft.chart.edges.find(edge => edge.id === line)
  if (!edge) return
  const { to } = edge
  edge.to = id
  const leads = draft.chart.edges.some(edge => edge.from === id && edge.to === to)
  if (!leads && way) connect(draft, id, way, to)
}
