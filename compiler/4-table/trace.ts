import { type State, stateKey, waysOn } from '../1-graph/visible'
import type { Box } from '../3-diagram/build'
import type { CellTests, Slice } from '../3-diagram/slice'

/**
 * The nodes that cases of a row pass, in the order of the walk: from where its table begins to where the row ends. Where
 * a question was left out of the table, the nodes of all its answers.
 */
export function trace(slice: Slice, from: State | null, box: Box, until: string | null): string[] {
  const { graph } = slice
  const within = (fact: string) => box.get(fact) ?? slice.cells.get(fact)!.all
  const possible = (tests: CellTests) => [...tests].every(([fact, cells]) => (within(fact) & cells) !== 0n)
  const holds = (tests: CellTests) => [...tests].every(([fact, cells]) => (within(fact) & ~cells) === 0n)

  const seen = new Set<string>()
  const nodes = new Set<string>()
  const open: State[] = from ? [from] : entries(slice, possible, holds)
  const begin = new Set(open.map(state => stateKey(state.node.id, state.rank)))
  for (let state = open.pop(); state; state = open.pop()) {
    const key = stateKey(state.node.id, state.rank)
    if (seen.has(key) || (key === until && !begin.has(key))) continue
    seen.add(key)
    nodes.add(state.node.id)
    const on = waysOn(graph, state, slice.caller)
    let edges = on.edges
    if (state.node.kind === 'question') {
      edges = edges.filter(edge => !edge.otherwise && possible(slice.answers.get(edge.id)!))
      const settled = edges.findIndex(edge => holds(slice.answers.get(edge.id)!))
      if (settled >= 0) edges = state.node.hit === 'first' ? edges.slice(0, settled + 1) : [edges[settled]!]
      else edges = [...edges, ...on.edges.filter(edge => edge.otherwise)]
    }
    for (const edge of edges.toReversed()) open.push({ node: graph.nodes.get(edge.to)!, rank: on.rank })
  }
  return [...nodes]
}

/** The entries by which cases of the row come in, the first of them last. */
function entries(
  slice: Slice,
  possible: (tests: CellTests) => boolean,
  holds: (tests: CellTests) => boolean,
): State[] {
  const found: State[] = []
  for (const { node } of slice.graph.triggers) {
    const tests = slice.triggers.get(node.id)!
    if (!possible(tests)) continue
    found.unshift({ node, rank: 0 })
    if (holds(tests)) return found
  }
  return slice.graph.start ? [{ node: slice.graph.start, rank: 0 }, ...found] : found
}
