import type { Graph, GraphEdge } from '../1-graph/graph'
import { type State, stateKey, visibleTo } from '../1-graph/visible'
import { once, onceFor } from '../memory/once'
import type { Cells } from './cells'
import { type CellTests, type Cut, NO_TESTS, plainCut } from './cut'
import { Liveness } from './liveness'

/** A way out of a place, with its tests: of an answer of a question; none of any other. */
export interface Way {
  edge: GraphEdge
  tests: CellTests
  to: Place
}

/** A step of the chart as a caller comes to it, with the ways on for this caller. */
export interface Place extends State {
  /** `stateKey`. */
  key: string
  /** Its number among the places of its slice: above those of all places behind it. */
  index: number
  /** In the order of the graph, `otherwise` left out. */
  ways: readonly Way[]
  otherwise: Way | null
  /** How many ways lead into it, and the longest way to it. */
  waysIn: number
  depth: number
  /** Whether a walk may still branch here or behind it. */
  branches: boolean
}

/**
 * What a caller sees of a chart, cut into cells by the tests that they see and by no other: whatever is made from a
 * slice cannot depend on what is hidden from them.
 */
export interface Slice {
  graph: Graph
  caller: number
  facts: ReadonlySet<string>
  cells: ReadonlyMap<string, Cells>
  /** By the edge's or trigger's id. */
  answers: ReadonlyMap<string, CellTests>
  triggers: ReadonlyMap<string, CellTests>
  /** By their index. */
  places: readonly Place[]
  /** By `stateKey`. */
  byKey: (key: string) => Place
  /** By the trigger's id. */
  entries: ReadonlyMap<string, Place>
  start: Place | null
  live: Liveness
}

/** What a caller sees, cut by the tests that they see. */
export const sliceFor = (graph: Graph, caller: number): Slice =>
  sliceOf(graph, caller, plainCut(graph, caller))

const slicesOf = onceFor((_: Cut) => new Map<number, Slice>())

/** What a caller sees, over cells that may be cut more finely than by what they see. A slice never changes: it is made once. */
export const sliceOf = (graph: Graph, caller: number, cut: Cut): Slice =>
  once(slicesOf(cut), caller, () => makeSlice(graph, caller, cut))

function makeSlice(graph: Graph, caller: number, cut: Cut): Slice {
  const { answers, triggers, heeded, also } = cut
  const { reached, byKey } = visibleTo(graph, caller)
  const places: Place[] = []
  for (const { key, index, node, rank, edges, next } of reached) {
    const question = node.kind === 'question'
    const ways: Way[] = []
    let otherwise: Way | null = null
    let branches = false
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!
      const to = places[next[i]!.index]!
      const way = { edge, tests: question ? answers.get(edge.id)! : NO_TESTS, to }
      if (question && edge.otherwise) otherwise = way
      else ways.push(way)
      if (to.branches || way.tests.size > 0) branches = true
      to.waysIn++
    }
    places.push({ key, index, node, rank, ways, otherwise, waysIn: 0, depth: 0, branches })
  }
  for (let i = places.length - 1; i >= 0; i--)
    for (const { to } of leadsOn(places[i]!)) to.depth = Math.max(to.depth, places[i]!.depth + 1)

  const before = [
    ...also.map(({ fact }) => fact),
    ...[...triggers.values()].flatMap(tests => [...tests.keys()]),
  ]
  const live = new Liveness(places.length, before, {
    tested: (i, test) => {
      const { node, ways } = places[i]!
      for (const { fact } of heeded(node)) test(fact)
      for (const { tests } of ways) for (const fact of tests.keys()) test(fact)
    },
    next: (i, lead) => {
      for (const { to } of leadsOn(places[i]!)) lead(to.index)
    },
  })
  const byState = (key: string) => places[byKey.get(key)!.index]!
  const at = (id: string) => byState(stateKey(id, 0))
  return {
    graph,
    caller,
    facts: cut.facts,
    cells: cut.cells,
    answers,
    triggers,
    places,
    byKey: byState,
    entries: new Map(graph.triggers.map(({ node }) => [node.id, at(node.id)])),
    start: graph.start && at(graph.start.id),
    live,
  }
}

/** A drawing deeper than this is split, so that no walk over a part can run out of stack. */
const DEEP = 400
export const isDeep = ({ depth }: Place) => depth % DEEP === DEEP - 1

/** Whether the diagram from a place on is a part of its own: below joins, and where a drawing is deep. */
export const isRoot = (place: Place) => (place.branches && place.waysIn > 1) || isDeep(place)

/** All ways out of a place. */
export const leadsOn = ({ ways, otherwise }: Place): readonly Way[] =>
  otherwise ? [...ways, otherwise] : ways
