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
  /**
   * One more answer; `when` left out is `otherwise`. `quiet`: nothing is known to be missing, so that it need not be
   * offered before somebody looks for it.
   */
  | { is: 'add'; handle: 'add'; when?: Record<string, string>; quiet: boolean }

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
  // The first answer is for cases of its own, which are still to be said; nobody begins with what is left over.
  const first = edges.length === 0
  if (missing.known && !missing.caught) {
    rows.push(...missing.whens.map((when, i) => ({ is: 'missing' as const, handle: `missing-${i}`, when })))
    // Where every case has its own answer, one more could only overlap; an answer for anything is still to be narrowed.
    if (missing.closed || missing.whens.length > 0) return rows
  }
  const [fact] = node.facts
  const otherwise = edges.some(edge => edge.otherwise)
  const next = missing.known && missing.closed ? missing.whens[0] : { [fact!]: '-' }
  if (first) rows.push({ is: 'add', handle: 'add', when: {}, quiet: false })
  else if (!otherwise) rows.push({ is: 'add', handle: 'add', quiet: true })
  else if (fact && next) rows.push({ is: 'add', handle: 'add', when: next, quiet: true })
  return rows
}

/** The handles of a node, top to bottom. */
export function waysOut(node: Node, edges: readonly Edge[], facts: Handbook['facts']): Way[] {
  if (node.kind === 'question') return questionWays(node, edges, facts)
  return KINDS[node.kind].waysOut === 'none' ? [] : [{ is: 'out', handle: 'out' }]
}
