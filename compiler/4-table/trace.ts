import { type State, stateKey, waysOn } from '../1-graph/visible'
import type { Box } from '../3-diagram/build'
import type { CellSet } from '../3-diagram/cells'
import type { CellTests, Slice } from '../3-diagram/slice'

type Tests = readonly (readonly [fact: string, cells: CellSet])[]

/** A state of the slice with its ways on, looked up once for all rows. */
interface Place {
  node: State['node']
  /** Of a question, `otherwise` left out. */
  ways: readonly { tests: Tests; to: Place }[]
  otherwise: Place | null
}

/**
 * The nodes that cases of a row pass, in the order of the walk: from where its table begins (null: at the entries) to
 * where the row ends. Where a question was left out of the table, the nodes of all its answers.
 */
export type Trace = (from: State | null, box: Box, until: State | null) => string[]

export function tracer(slice: Slice): Trace {
  const place = placesOf(slice)
  const start = slice.graph.start && place({ node: slice.graph.start, rank: 0 })
  const triggers = slice.graph.triggers.map(({ node }) => ({
    tests: [...slice.triggers.get(node.id)!],
    to: place({ node, rank: 0 }),
  }))
  return (from, box, until) => {
    const within = (fact: string) => box.get(fact) ?? slice.cells.get(fact)!.all
    const possible = (tests: Tests) => tests.every(([fact, cells]) => (within(fact) & cells) !== 0n)
    const holds = (tests: Tests) => tests.every(([fact, cells]) => (within(fact) & ~cells) === 0n)
    /** The ways that cases of the row may take, in order; after one that all of them take there is no other. */
    const taken = (ways: Place['ways'], first: boolean, otherwise: Place | null): Place[] => {
      const may = ways.filter(way => possible(way.tests))
      const settled = may.findIndex(way => holds(way.tests))
      if (settled < 0) return [...may.map(way => way.to), ...(otherwise ? [otherwise] : [])]
      return first ? may.slice(0, settled + 1).map(way => way.to) : [may[settled]!.to]
    }
    const begin = from ? [place(from)] : taken(triggers, true, start).reverse()
    const end = until && place(until)
    const seen = new Set<Place>()
    const nodes = new Set<string>()
    const open = [...begin]
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(at) || (at === end && !begin.includes(at))) continue
      seen.add(at)
      nodes.add(at.node.id)
      const { node, ways } = at
      const next =
        node.kind === 'question' ? taken(ways, node.hit === 'first', at.otherwise) : ways.map(way => way.to)
      for (let i = next.length - 1; i >= 0; i--) open.push(next[i]!)
    }
    return [...nodes]
  }
}

/** The places of a slice, each made when it is first come to. */
function placesOf(slice: Slice): (state: State) => Place {
  const { graph, caller, answers } = slice
  const known = new Map<string, Place>()
  const unmade: { place: Place; state: State }[] = []
  const refer = (state: State): Place => {
    const key = stateKey(state.node.id, state.rank)
    const place = known.get(key) ?? { node: state.node, ways: [], otherwise: null }
    if (!known.has(key)) unmade.push({ place, state })
    known.set(key, place)
    return place
  }
  return state => {
    const place = refer(state)
    for (let next = unmade.pop(); next; next = unmade.pop()) {
      const { edges, rank } = waysOn(graph, next.state, caller)
      const question = next.state.node.kind === 'question'
      const to = (id: string) => refer({ node: graph.nodes.get(id)!, rank })
      const testsOf = (id: string): CellTests => (question ? answers.get(id)! : new Map())
      next.place.ways = edges
        .filter(edge => !(question && edge.otherwise))
        .map(edge => ({ tests: [...testsOf(edge.id)], to: to(edge.to) }))
      const otherwise = question ? edges.find(edge => edge.otherwise) : undefined
      next.place.otherwise = otherwise ? to(otherwise.to) : null
    }
    return place
  }
}
