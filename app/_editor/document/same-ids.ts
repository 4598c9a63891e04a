import type { PolicyDocument } from '@/compiler/language/policy'
import { newId } from './new-id'
import { sameJson } from './same-json'

/** Ids that two people have given, each to something new of their own, and what mine are called instead. */
export interface SameIds {
  nodes: ReadonlyMap<string, string>
  edges: ReadonlyMap<string, string>
}

type Part = 'nodes' | 'edges'

/** New steps are called `question`, new lines `e5`: two people who add one each mean two. */
export function sameIds(base: PolicyDocument, mine: PolicyDocument, theirs: PolicyDocument): SameIds {
  const of = (part: Part) => {
    const ids = (document: PolicyDocument) => new Map(document.chart[part].map(each => [each.id, each]))
    const [old, own, other] = [ids(base), ids(mine), ids(theirs)]
    const taken = [...old.keys(), ...own.keys(), ...other.keys()]
    const names = new Map<string, string>()
    for (const [id, item] of own) {
      if (old.has(id) || !other.has(id) || sameJson(item, other.get(id))) continue
      const fresh = newId(id, taken)
      names.set(id, fresh)
      taken.push(fresh)
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
