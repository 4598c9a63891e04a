import type { Handbook } from '@/compiler/language/handbook'
import { KINDS, type Node, type NodeOf } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { missingAnswers } from './missing-answers'

/** A handle of a node: a place from which a line can be drawn. */
export type Way =
  /** The only way out of a node that is no question. */
  | { is: 'out'; handle: 'out' }
  /** An answer that leads somewhere. */
  | { is: 'answer'; handle: string; edge: Edge }
  /** Cases that no answer covers; `when` is the answer that would. */
  | { is: 'missing'; handle: string; when: Record<string, string> }
  /** One more answer; `when` left out is `otherwise`. */
  | { is: 'add'; handle: 'add'; when?: Record<string, string> }

export const edgesFrom = (document: PolicyDocument, id: string): Edge[] =>
  document.chart.edges.filter(edge => edge.from === id)

/** The answers in the order of the card: as drawn, `otherwise` last. */
export const inOrder = (edges: readonly Edge[]): Edge[] => [
  ...edges.filter(edge => !edge.otherwise),
  ...edges.filter(edge => edge.otherwise),
]

function questionWays(node: NodeOf<'question'>, edges: readonly Edge[], facts: Handbook['facts']): Way[] {
  const rows: Way[] = inOrder(edges).map(edge => ({ is: 'answer', handle: edge.id, edge }))
  const missing = missingAnswers(node, edges, facts)
  if (missing.known && !missing.caught) {
    rows.push(...missing.whens.map((when, i) => ({ is: 'missing' as const, handle: `missing-${i}`, when })))
    // Where every case has its own answer, one more could only overlap.
    return rows
  }
  const [fact] = node.facts
  const otherwise = edges.some(edge => edge.otherwise)
  const next = missing.known && missing.closed ? missing.whens[0] : { [fact!]: '-' }
  if (!otherwise) rows.push({ is: 'add', handle: 'add' })
  else if (fact && next) rows.push({ is: 'add', handle: 'add', when: next })
  return rows
}

/** The handles of a node, top to bottom. */
export function waysOut(node: Node, edges: readonly Edge[], facts: Handbook['facts']): Way[] {
  if (node.kind === 'question') return questionWays(node, edges, facts)
  return KINDS[node.kind].waysOut === 'none' ? [] : [{ is: 'out', handle: 'out' }]
}
