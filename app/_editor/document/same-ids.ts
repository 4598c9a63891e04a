import type { PolicyDocument } from '@/compiler/language/policy'
import { newId } from './new-id'
import { sameJson } from './same-json'

/** Ids that two people have given, each to something new of their own, and what mine are called instead. */
export interface SameIds {
  nodes: ReadonlyMap<string, string>
  edges: ReadonlyMap<string, string>
}

type Part = 'nodes' | 'edges'

/**
 * New steps are called `question`, new lines `e5`: two people who add one each mean two. What I have taken away again
 * counts, too, as long as I can put it back: `past` are the documents that undo and redo lead to.
 */
export function sameIds(
  base: PolicyDocument,
  mine: PolicyDocument,
  theirs: PolicyDocument,
  past: readonly PolicyDocument[],
): SameIds {
  const of = (part: Part) => {
    const ids = (document: PolicyDocument) => new Map(document.chart[part].map(each => [each.id, each]))
    const [old, own, other] = [ids(base), ids(mine), ids(theirs)]
    const theirNew = [...other.keys()].filter(id => !old.has(id))
    const names = new Map<string, string>()
    if (theirNew.length === 0) return names
    const taken = new Set([mine, theirs, ...past].flatMap(each => each.chart[part].map(({ id }) => id)))
    const mineOnce = new Set(past.flatMap(each => each.chart[part].map(({ id }) => id)))
    for (const id of theirNew) {
      const alike = own.has(id) && sameJson(own.get(id), other.get(id))
      if (alike || !(own.has(id) || mineOnce.has(id))) continue
      const fresh = newId(id, [...taken])
      names.set(id, fresh)
      taken.add(fresh)
    }
    return names
  }
  return { nodes: of('nodes'), edges: of('edges') }
}

/** The document under the new names; itself where it has none of the old. */
export function underNewNames(document: PolicyDocument, { nodes, edges }: SameIds): PolicyDocument {
  const { chart } = document
  const met = chart.nodes.some(node => nodes.has(node.id)) || chart.edges.some(edge => edges.has(edge.id))
  if (!met) return document
  return {
    ...document,
    chart: {
      nodes: chart.nodes.map(node => (nodes.has(node.id) ? { ...node, id: nodes.get(node.id)! } : node)),
      edges: chart.edges.map(edge => ({
        ...edge,
        id: edges.get(edge.id) ?? edge.id,
        from: nodes.get(edge.from) ?? edge.from,
        to: nodes.get(edge.to) ?? edge.to,
      })),
    },
  }
}
