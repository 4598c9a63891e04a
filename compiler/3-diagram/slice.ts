import type { Graph, GraphEdge } from '../1-graph/graph'
import type { Tests } from '../1-graph/read-tests'
import { type State, stateKey, visibleTo } from '../1-graph/visible'
import type { Node } from '../language/kinds'
import { passesAll } from '../language/tests/domain'
import type { ValueSet } from '../language/tests/value-set'
import type { Shelf } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { Box } from './box'
import { type Cells, sharedCells } from './cells'
import { Liveness } from './liveness'

/** An answer's tests as cells; what the whole domain passes is left out. */
export type CellTests = Box

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

type Tested = { fact: string; set: ValueSet }

const NONE: CellTests = new Map()

/** The tests of a chart, cut into cells. */
export interface Cut {
  facts: ReadonlySet<string>
  cells: ReadonlyMap<string, Cells>
  /** By the edge's or trigger's id. */
  answers: ReadonlyMap<string, CellTests>
  triggers: ReadonlyMap<string, CellTests>
  /** The tests that a reader heeds at a node, beside those that the walk branches on; and of every case. */
  heeded: (node: Node) => readonly Tested[]
  also: readonly Tested[]
}

/** Tests as cells: tests that were cut into the same cells before are not cut again, and are the same object. */
class CutTests implements Shelf {
  /** What it holds, it holds as long as the tests are there. */
  readonly size = 0
  private readonly made = new WeakMap<Tests, { by: readonly (Cells | undefined)[]; box: CellTests }[]>()

  of(tests: Tests, cells: ReadonlyMap<string, Cells>): CellTests {
    if (tests.size === 0) return NONE
    const known = this.made.get(tests)
    const same = known?.find(({ by }) => {
      let i = 0
      for (const fact of tests.keys()) if (by[i++] !== cells.get(fact)) return false
      return true
    })
    if (same) return same.box
    const by = Array.from(tests.keys(), fact => cells.get(fact))
    const made = { by, box: cutTests(tests, cells) }
    // One for each cut that callers and checks look at, as far as they differ; of older ones, the last few.
    this.made.set(tests, [made, ...(known ?? [])].slice(0, 6))
    return made.box
  }
}

function cutTests(tests: Tests, cells: ReadonlyMap<string, Cells>): CellTests {
  let made: Map<string, bigint> | null = null
  for (const { fact, set } of tests.values()) {
    const of = cells.get(fact)
    if (!of || passesAll(set, of.domain)) continue
    made ??= new Map()
    made.set(fact, of.of(set))
  }
  return made ?? NONE
}

/** What a caller sees, cut by the tests that they see. */
export const sliceFor = (graph: Graph, caller: number): Slice =>
  sliceOf(graph, caller, plainCut(graph, caller))

const plainCuts = onceFor((_: Graph) => new Map<number, Cut>())

/**
 * The tests that a caller sees, cut by nothing else. Whoever may do more sees all that one who may do less sees, so that
 * callers who see as many nodes see the same ones. A graph never changes: they are cut once.
 */
export const plainCut = (graph: Graph, caller: number): Cut =>
  once(plainCuts(graph), visibleTo(graph, caller).nodes.size, () => cutFor(graph, caller))

/**
 * Cuts the tests that a caller sees. `heeded` adds tests that some reader of the slice heeds at a node, beside those that
 * the walk branches on; `also` adds tests that it heeds of every case.
 */
export function cutFor(
  graph: Graph,
  caller: number,
  heeded: (node: Node) => readonly Tested[] = () => [],
  also: readonly Tested[] = [],
): Cut {
  const { nodes: seen, facts } = visibleTo(graph, caller)
  const sets = new Map<string, Set<ValueSet>>()
  for (const fact of facts) sets.set(fact, new Set())
  /** A fact that is only heeded has cells, too. */
  const heed = (tests: readonly Tested[]) => {
    for (const { fact, set } of tests) {
      const known = sets.get(fact)
      if (known) known.add(set)
      else sets.set(fact, new Set([set]))
    }
  }
  const read = (tests: Iterable<Tested>) => {
    for (const { fact, set } of tests) sets.get(fact)?.add(set)
  }
  // In the document's order, so that callers who see the same tests see them in the same order.
  const nodes = [...graph.nodes.values()].filter(node => seen.has(node))
  heed(also)
  for (const node of nodes) {
    heed(heeded(node))
    if (node.kind === 'question') for (const edge of graph.out.get(node.id)!) read(edge.when.values())
  }
  for (const trigger of graph.triggers) read(trigger.when.values())

  const cells = new Map<string, Cells>()
  for (const [fact, of] of sets) cells.set(fact, sharedCells(graph.memory, graph.domains.get(fact)!, of))
  const cutting = graph.memory.shelf(CutTests)
  const cut = (tests: Tests): CellTests => cutting.of(tests, cells)
  const answers = new Map<string, CellTests>()
  for (const node of nodes)
    if (node.kind === 'question')
      for (const edge of graph.out.get(node.id)!) answers.set(edge.id, cut(edge.when))
  const triggers = new Map(graph.triggers.map(({ node, when }) => [node.id, cut(when)]))
  return { facts, cells, answers, triggers, heeded, also }
}

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
      const way = { edge, tests: question ? answers.get(edge.id)! : NONE, to }
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
