import type { NodeKind } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { MOST_ANSWERS } from '../document/missing-answers'

/** The answers that a card shows in one row, by the first of them. */
export type Gathered = ReadonlyMap<string, readonly Edge[]>

/**
 * More answers than one can read on a card are gathered by where they lead, a row and a line for each step; the table
 * has them one by one. Null where each has a row of its own.
 */
export function gathered(edges: readonly Edge[]): Gathered | null {
  if (edges.length <= MOST_ANSWERS) return null
  const byTarget = new Map<string, Edge[]>()
  for (const edge of edges) {
    // What is left over stays a row of its own: it is not like the others.
    const key = edge.otherwise ? edge.id : `to ${edge.to}`
    const group = byTarget.get(key)
    if (group) group.push(edge)
    else byTarget.set(key, [edge])
  }
  return new Map([...byTarget.values()].map(group => [group[0]!.id, group]))
}

/** The edges out of a node that have a line of their own. */
export const drawn = (edges: readonly Edge[], kind: NodeKind): readonly Edge[] => {
  const groups = kind === 'question' ? gathered(edges) : null
  return groups ? edges.filter(edge => groups.has(edge.id)) : edges
}
