import type { Graph } from '../1-graph/graph'
import type { Tests } from '../1-graph/read-tests'
import { visibleTo } from '../1-graph/visible'
import type { Node } from '../language/kinds'
import { passesAll } from '../language/tests/domain'
import type { ValueSet } from '../language/tests/value-set'
import type { Shelf } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { Box } from './box'
import { type Cells, sharedCells } from './cells'

/** An answer's tests as cells; what the whole domain passes is left out. */
export type CellTests = Box

type Tested = { fact: string; set: ValueSet }

/** One object for all that test nothing. */
export const NO_TESTS: CellTests = new Map()

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
    if (tests.size === 0) return NO_TESTS
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
  return made ?? NO_TESTS
}

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
    for (const { fact, set } of tests) once(sets, fact, () => new Set()).add(set)
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
