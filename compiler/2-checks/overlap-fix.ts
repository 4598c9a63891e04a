import type { Graph, GraphEdge } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import { nodeName } from './names'
import { Redraw } from './redraw'
import { type Row, rowOf, rowsWithout, setWords, whenOf } from './rows'

/** An answer cut into more pieces than this is no longer what anybody meant. */
const MOST_PIECES = 3

/**
 * Cuts the answer drawn later where the other one begins; where all of it lies in the other, it is the exception, and
 * the other is cut instead. Of two that are the same, and lead to the same, the later is taken out.
 */
export function overlapFix(graph: Graph, edges: readonly [GraphEdge, GraphEdge]): Fix | undefined {
  const [earlier, later] = [...edges].sort((a, b) => a.index - b.index) as [GraphEdge, GraphEdge]
  const rest = rowsWithout(rowOf(later), rowOf(earlier), graph.domains)
  if (rest.length > 0) return cut(graph, later, rest)
  const around = rowsWithout(rowOf(earlier), rowOf(later), graph.domains)
  if (around.length > 0) return cut(graph, earlier, around)
  if (earlier.to !== later.to) return undefined
  return {
    title: `Take out one of the two answers, which are the same`,
    edits: new Redraw(graph).erase(later.index).edits,
  }
}

function cut(graph: Graph, edge: GraphEdge, [first, ...more]: readonly Row[]): Fix | undefined {
  if (!first || more.length >= MOST_PIECES) return undefined
  const written = graph.policy.chart.edges[edge.index]!.when
  const when = (row: Row) => whenOf(row, graph.domains, edge, written)
  const redraw = new Redraw(graph).answer(edge.index, when(first))
  for (const row of more) redraw.draw({ from: edge.from, to: edge.to, when: when(row) })
  const to = nodeName(graph.nodes.get(edge.to)!)
  const [fact, set] = [...first].find(([name, left]) => edge.when.get(name)?.set !== left) ?? []
  const back = more.length === 0 && fact && set ? ` back to ${setWords(set, graph.domains.get(fact)!)}` : ''
  return {
    title: back
      ? `Cut the answer to ${to}${back}`
      : `Cut out of the answer to ${to} what the other one takes`,
    edits: redraw.edits,
  }
}
