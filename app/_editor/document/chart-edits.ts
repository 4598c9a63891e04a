import { KINDS, type Node, type NodeKind } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { idFromTitle, newId } from './new-id'
import type { Way } from './ways-out'

/** A place on the canvas, in its own units; the upper left corner of a card. */
export interface Point {
  x: number
  y: number
}

export const titleOfKind = (kind: NodeKind) => KINDS[kind].title

const nodeIds = (document: PolicyDocument) => document.chart.nodes.map(node => node.id)
const edgeIds = (document: PolicyDocument) => document.chart.edges.map(edge => edge.id)

/** Ids of nodes are seen in tables and paths: `question`, `question-2`, or from a title where there is one. */
export const newNodeId = (document: PolicyDocument, kind: NodeKind, title = '') =>
  newId(idFromTitle(title, kind === 'trigger' ? 'magic-word' : kind), nodeIds(document))

export const newEdgeId = (document: PolicyDocument) =>
  newId(`e${edgeIds(document).length + 1}`, edgeIds(document))

/** Adds an edge behind the others of its node, but before `otherwise`, which is always last. */
function insert(document: PolicyDocument, edge: Edge) {
  const { edges } = document.chart
  const before = edge.otherwise ? -1 : edges.findIndex(other => other.from === edge.from && other.otherwise)
  if (before < 0) edges.push(edge)
  else edges.splice(before, 0, edge)
}

/** Leads a way out of a node to another node. Where it led elsewhere, it leads here now. Returns the edge's id. */
export function connect(document: PolicyDocument, from: string, way: Way, to: string): string {
  const { edges } = document.chart
  const now =
    way.is === 'answer' ? way.edge : way.is === 'out' ? edges.find(edge => edge.from === from) : undefined
  const edge = now && edges.find(({ id }) => id === now.id)
  if (edge) {
    edge.to = to
    return edge.id
  }
  const id = newEdgeId(document)
  const answer = way.is === 'missing' || way.is === 'add' ? (way.when ?? null) : undefined
  insert(document, {
    id,
    from,
    to,
    ...(answer === undefined ? {} : answer === null ? { otherwise: true } : { when: { ...answer } }),
  })
  return id
}

/** Takes nodes and edges out, with every edge of a node that goes. */
export function remove(document: PolicyDocument, nodes: readonly string[], edges: readonly string[]) {
  const gone = new Set(nodes)
  const cut = new Set(edges)
  const { chart } = document
  chart.nodes = chart.nodes.filter(node => !gone.has(node.id))
  chart.edges = chart.edges.filter(edge => !cut.has(edge.id) && !gone.has(edge.from) && !gone.has(edge.to))
}

export function place(document: PolicyDocument, positions: ReadonlyMap<string, Point>) {
  for (const node of document.chart.nodes) {
    const at = positions.get(node.id)
    if (at) node.position = { x: Math.round(at.x), y: Math.round(at.y) }
  }
}

/**
 * Writes down where the canvas put the nodes that have no position. Whoever arranges one node has seen the others
 * where they are, and will look for them there.
 */
export function settle(document: PolicyDocument, places: ReadonlyMap<string, Point>) {
  const loose = document.chart.nodes.filter(node => node.position === undefined).map(node => node.id)
  place(document, new Map([...places].filter(([id]) => loose.includes(id))))
}

/** Adds copies of nodes, and of the edges between them, `by` away from the originals. Returns the copies' ids. */
export function addCopies(
  document: PolicyDocument,
  nodes: readonly Node[],
  edges: readonly Edge[],
  placeOf: (node: Node) => Point | undefined,
): string[] {
  const renamed = new Map<string, string>()
  for (const node of nodes) {
    const id = newId(node.id.replace(/-\d+$/, ''), nodeIds(document))
    renamed.set(node.id, id)
    const position = placeOf(node)
    document.chart.nodes.push({ ...structuredClone(node), id, ...(position && { position }) })
  }
  for (const edge of edges) {
    const [from, to] = [renamed.get(edge.from), renamed.get(edge.to)]
    if (from && to) insert(document, { ...structuredClone(edge), id: newEdgeId(document), from, to })
  }
  return [...renamed.values()]
}
