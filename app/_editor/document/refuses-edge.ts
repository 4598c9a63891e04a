import { KINDS } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'

/** Whether a walk from one node can come to another. */
function leadsTo(document: PolicyDocument, from: string, to: string): boolean {
  const seen = new Set<string>()
  const next = [from]
  while (next.length > 0) {
    const id = next.pop()!
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    for (const edge of document.chart.edges) if (edge.from === id) next.push(edge.to)
  }
  return false
}

/** Why no line may lead from one node to another, in a sentence; `null` where it may. */
export function refusesEdge(document: PolicyDocument, from: string, to: string): string | null {
  const source = document.chart.nodes.find(node => node.id === from)
  const target = document.chart.nodes.find(node => node.id === to)
  if (!source || !target) return 'There is no such node.'
  if (KINDS[source.kind].waysOut === 'none')
    return source.kind === 'note'
      ? 'A note is no step: nothing leads out of it.'
      : 'A close ends the case: nothing follows it.'
  if (!KINDS[target.kind].enterable)
    return target.kind === 'note'
      ? 'A note is no step: nothing leads to it.'
      : 'Cases begin here: nothing leads to it.'
  if (leadsTo(document, to, from)) return 'That would lead a case round in circles.'
  return null
}
