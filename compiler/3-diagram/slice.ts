import { byText, type Graph } from '../1-graph/graph'
import { type State, stateKey, visibleTo, waysOn } from '../1-graph/visible'
import type { Node } from '../language/kinds'
import { passesAll } from '../language/tests/domain'
import type { ValueSet } from '../language/tests/value-set'
import { type CellSet, type Cells, cellsOf } from './cells'

/** An answer's tests as cells; what the whole domain passes is left out. */
export type CellTests = ReadonlyMap<string, CellSet>

/**
 * What a caller sees of a chart, cut into cells by the tests that they see and by no other: whatever is made from a
 * slice cannot depend on what is hidden from them.
 */
export interface Slice {
  graph: Graph
  caller: number
  states: ReadonlyMap<string, State>
  facts: ReadonlySet<string>
  cells: ReadonlyMap<string, Cells>
  /** By the edge's or trigger's id. */
  answers: ReadonlyMap<string, CellTests>
  triggers: ReadonlyMap<string, CellTests>
  /** By `stateKey`: the facts on which the walk may branch at this state or below it, in their order. */
  live: ReadonlyMap<string, ReadonlySet<string>>
  /** By `stateKey`: how many ways lead into it, and the longest way to it. */
  waysIn: ReadonlyMap<string, number>
  depth: ReadonlyMap<string, number>
}

/**
 * `heeded` adds tests that some reader of the slice heeds at a node, beside those that the walk branches on; `also`
 * adds tests that it heeds of every case.
 */
export function sliceFor(
  graph: Graph,
  caller: number,
  heeded: (node: Node) => { fact: string; set: ValueSet }[] = () => [],
  also: readonly { fact: string; set: ValueSet }[] = [],
): Slice {
  const { states, facts } = visibleTo(graph, caller)
  const sets = new Map<string, ValueSet[]>([...facts].map(fact => [fact, []]))
  const read = (tests: Iterable<{ fact: string; set: ValueSet }>) => {
    for (const { fact, set } of tests) sets.get(fact)?.push(set)
  }
  for (const tests of [also, ...[...states.values()].map(({ node }) => heeded(node))]) {
    for (const { fact } of tests) if (!sets.has(fact)) sets.set(fact, [])
    read(tests)
  }
  const questions = [...states.values()].filter(state => state.node.kind === 'question')
  for (const { node } of questions) for (const edge of graph.out.get(node.id)!) read(edge.when.values())
  for (const trigger of graph.triggers) read(trigger.when.values())
  const cells = new Map([...sets].map(([fact, of]) => [fact, cellsOf(graph.domains.get(fact)!, of)]))
  const cut = (tests: Iterable<{ fact: string; set: ValueSet }>): CellTests =>
    new Map(
      [...tests]
        .filter(({ fact, set }) => cells.has(fact) && !passesAll(set, graph.domains.get(fact)!))
        .map(({ fact, set }) => [fact, cells.get(fact)!.of(set)]),
    )
  const answers = new Map(
    questions.flatMap(({ node }) =>
      graph.out.get(node.id)!.map(edge => [edge.id, cut(edge.when.values())] as const),
    ),
  )
  const triggers = new Map(graph.triggers.map(({ node, when }) => [node.id, cut(when.values())]))

  const order = topological(graph, states, caller)
  const waysIn = new Map<string, number>()
  const depth = new Map<string, number>(order.map(key => [key, 0]))
  for (const key of order)
    for (const next of successors(graph, states.get(key)!, caller)) {
      waysIn.set(next, (waysIn.get(next) ?? 0) + 1)
      depth.set(next, Math.max(depth.get(next)!, depth.get(key)! + 1))
    }
  const live = new Map<string, ReadonlySet<string>>()
  for (const key of order.toReversed()) {
    const state = states.get(key)!
    const here = new Set<string>(heeded(state.node).map(({ fact }) => fact))
    if (state.node.kind === 'question')
      for (const edge of graph.out.get(state.node.id)!)
        for (const fact of answers.get(edge.id)!.keys()) here.add(fact)
    live.set(
      key,
      joined(
        here,
        successors(graph, state, caller).map(next => live.get(next)!),
      ),
    )
  }
  return { graph, caller, states, facts, cells, answers, triggers, live, waysIn, depth }
}

/** All of them, in the order of their names. */
function joined(here: ReadonlySet<string>, below: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  let all: ReadonlySet<string> = new Set([...here].sort(byText))
  for (const facts of below) all = merged(all, facts)
  return all
}

/** Two sets that are in order as one; the larger itself where it has them all. */
function merged(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a.size < b.size) return merged(b, a)
  const more = [...b].filter(fact => !a.has(fact))
  if (more.length === 0) return a
  const all = new Set<string>()
  let next = 0
  for (const fact of a) {
    while (next < more.length && more[next]! < fact) all.add(more[next++]!)
    all.add(fact)
  }
  for (; next < more.length; next++) all.add(more[next]!)
  return all
}

/** What a box settles of these facts, as a text: two boxes that nothing below can tell apart have the same. */
export function settled(live: ReadonlySet<string>, box: ReadonlyMap<string, CellSet>): string {
  let text = ''
  const add = (fact: string, cells: CellSet) => {
    text += `${fact}=${cells.toString(36)} `
  }
  if (box.size < live.size)
    for (const fact of [...box.keys()].filter(name => live.has(name)).sort(byText)) add(fact, box.get(fact)!)
  else
    for (const fact of live) {
      const cells = box.get(fact)
      if (cells !== undefined) add(fact, cells)
    }
  return text
}

const successors = (graph: Graph, state: State, caller: number): string[] => {
  const on = waysOn(graph, state, caller)
  return on.edges.map(edge => stateKey(edge.to, on.rank))
}

/** The states so that each comes after all that lead to it; the chart has no cycles. */
function topological(graph: Graph, states: ReadonlyMap<string, State>, caller: number): string[] {
  const done = new Set<string>()
  const order: string[] = []
  for (const first of states.keys()) {
    const stack: { key: string; next: string[] }[] = []
    const enter = (key: string) => {
      if (done.has(key)) return
      done.add(key)
      stack.push({ key, next: successors(graph, states.get(key)!, caller) })
    }
    enter(first)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const next = top.next.pop()
      if (next !== undefined) enter(next)
      else {
        order.push(top.key)
        stack.pop()
      }
    }
  }
  return order.reverse()
}
