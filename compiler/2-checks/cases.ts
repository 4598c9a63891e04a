import { byText, type Graph, type GraphEdge } from '../1-graph/graph'
import type { Tests } from '../1-graph/read-tests'
import { type State, stateKey, waysOn } from '../1-graph/visible'
import type { Box } from '../3-diagram/build'
import { type CellSet, lowest } from '../3-diagram/cells'
import { groupsOf } from '../3-diagram/groups'
import { type CellTests, type Slice, settled, sliceFor } from '../3-diagram/slice'
import type { Node, NodeOf } from '../language/kinds'
import { type Domain, setOf } from '../language/tests/domain'
import { parseTest } from '../language/tests/parse'
import type { ValueSet } from '../language/tests/value-set'
import type { JsonValue } from '../runtime/values'

/** A step of the chart with the cases that come to it along some way. */
export interface Visit {
  state: State
  box: Box
  /** Whether a step with the mark that was looked for came before it, or is it. */
  marked: boolean
}

/** Which cases are looked at, and what for. */
export interface Look {
  /** The rank of the caller who walks; the highest if left out. */
  caller?: number
  /** Only cases in which all of these hold. */
  when?: Tests
  /** What a walk may have passed, or come to its end at: kept apart for those that did and those that did not. */
  mark?: (node: Node, end: boolean) => boolean
  budget?: number
}

/** As much work as one look at all cases of a chart may take, in steps and splits. */
export const BUDGET = 400_000

/**
 * Every case of a chart, followed at once: what comes to each step, exactly, as the caller with the most authority
 * walks it. A step is looked at once for all cases that nothing below it tells apart. Past the budget `undecided`
 * names the step at which the look was broken off, and what has not been met is then not known.
 */
export class Cases {
  readonly slice: Slice
  readonly visits: Visit[] = []
  readonly taken = new Set<string>()
  /** The answers that hold where another one does. */
  readonly contested = new Set<string>()
  readonly gaps: { question: NodeOf<'question'>; box: Box }[] = []
  readonly overlaps: { question: NodeOf<'question'>; edges: [GraphEdge, GraphEdge]; box: Box }[] = []
  undecided: string | null = null
  /** Looks of other kinds that were broken off, each with what it was about and where. */
  readonly brokenOff: { about: string; node: string }[] = []
  private readonly open: Visit[] = []
  private readonly seen = new Set<string>()
  private work = 0
  private compared = 0

  private readonly budget: number
  private readonly mark: (node: Node, end: boolean) => boolean

  constructor(
    readonly graph: Graph,
    { caller = graph.tiers.length - 1, when = new Map(), mark = () => false, budget = BUDGET }: Look = {},
  ) {
    this.budget = budget
    this.mark = mark
    this.slice = sliceFor(graph, caller, node => heeded(graph, node), [...when.values()])
    const from = [...this.cut(when)]
    if (from.every(([, cells]) => cells !== 0n)) this.enter(new Map(from))
    for (let visit = this.open.pop(); visit && this.undecided === null; visit = this.open.pop())
      this.visit(visit)
  }

  /** Another look at the same chart; that it was broken off is remembered here. */
  look(about: string, look: Look): Cases {
    const cases = new Cases(this.graph, { budget: this.budget, ...look })
    if (cases.undecided !== null) this.breakOff(about, cases.undecided)
    return cases
  }

  /** Where walks end, each with the cases that come to it. */
  ends(): Visit[] {
    return this.visits.filter(({ state }) => waysOn(this.graph, state, this.slice.caller).edges.length === 0)
  }

  /** Concrete facts of a case in the box: one value for each fact that the chart uses. */
  witness(box: Box): Record<string, JsonValue> {
    const facts: Record<string, JsonValue> = {}
    for (const [fact, cells] of [...this.slice.cells].sort(([a], [b]) => byText(a, b)))
      facts[fact] = cells.sample(lowest(box.get(fact) ?? cells.all))
    return facts
  }

  /**
   * A part of the box in which none of the rows of tests holds, or null where one always does. Rows over many facts can
   * be as hard as any puzzle: past the budget it is null, and what it was about is remembered as broken off.
   */
  outside(box: Box, rows: readonly Tests[], about: string, node: Node): Box | null {
    const cut = rows.map(row => this.cut(row))
    const search = (at: Box, left: readonly CellTests[]): Box | null => {
      this.compared += left.length
      if (this.compared > this.budget * 5) return null
      const possible = left.filter(tests =>
        [...tests].every(([fact, cells]) => (this.within(at, fact) & cells) !== 0n),
      )
      const [first] = possible
      if (!first) return at
      const rest = possible.slice(1)
      const passing = new Map(at)
      for (const [fact, cells] of first) {
        const fails = this.within(at, fact) & ~cells
        if (fails === 0n) continue
        const found = search(new Map(passing).set(fact, fails), rest)
        if (found) return found
        passing.set(fact, this.within(at, fact) & cells)
      }
      return null
    }
    const found = search(box, cut)
    if (this.compared > this.budget * 5 && !found) this.breakOff(about, node.id)
    return found
  }

  private breakOff(about: string, node: string) {
    if (!this.brokenOff.some(other => other.about === about)) this.brokenOff.push({ about, node })
  }

  within = (box: Box, fact: string): CellSet => box.get(fact) ?? this.slice.cells.get(fact)!.all

  private cut = (row: Tests): CellTests =>
    new Map([...row.values()].map(({ fact, set }) => [fact, this.slice.cells.get(fact)!.of(set)]))

  private spend(node: Node): boolean {
    if (++this.work > this.budget) this.undecided ??= node.id
    return this.undecided === null
  }

  /** With a stack of its own: there may be more triggers than calls can be nested. */
  private enter(box: Box) {
    const { triggers, start } = this.graph
    const all = triggers.map(({ node }) => ({ node, tests: [...this.slice.triggers.get(node.id)!] }))
    const left = [{ trigger: 0, test: 0, box }]
    for (let at = left.pop(); at; at = left.pop()) {
      const trigger = all[at.trigger]
      if (!trigger) {
        if (start) this.open.push({ state: { node: start, rank: 0 }, box: at.box, marked: false })
        continue
      }
      if (!this.spend(trigger.node)) return
      const next = trigger.tests[at.test]
      if (!next) {
        this.open.push({ state: { node: trigger.node, rank: 0 }, box: at.box, marked: false })
        continue
      }
      const [fact, cells] = next
      const [pass, fail] = [this.within(at.box, fact) & cells, this.within(at.box, fact) & ~cells]
      if (fail !== 0n) left.push({ trigger: at.trigger + 1, test: 0, box: new Map(at.box).set(fact, fail) })
      if (pass !== 0n) left.push({ ...at, test: at.test + 1, box: new Map(at.box).set(fact, pass) })
    }
  }

  private visit({ state, box, marked: before }: Visit) {
    const on = waysOn(this.graph, state, this.slice.caller)
    const marked = before || this.mark(state.node, on.edges.length === 0)
    const key = stateKey(state.node.id, state.rank)
    const memo = `${marked} ${key} ${settled(this.slice.live.get(key)!, box)}`
    if (this.seen.has(memo) || !this.spend(state.node)) return
    this.seen.add(memo)
    this.visits.push({ state, box, marked })
    if (state.node.kind === 'question') return this.question({ ...state, node: state.node }, box, marked)
    for (const edge of on.edges) this.take(edge, on.rank, box, marked)
  }

  private take(edge: GraphEdge, rank: number, box: Box, marked: boolean) {
    this.taken.add(edge.id)
    this.open.push({ state: { node: this.graph.nodes.get(edge.to)!, rank }, box, marked })
  }

  private question({ node, rank }: State & { node: NodeOf<'question'> }, box: Box, marked: boolean) {
    const out = this.graph.out.get(node.id)!
    const first = node.hit === 'first'
    const otherwise = out.find(edge => edge.otherwise)
    const answers = out
      .filter(edge => !edge.otherwise)
      .map(edge => ({ edge, tests: this.slice.answers.get(edge.id)! }))
    const left = [{ candidates: answers, at: box }]
    for (let part = left.pop(); part; part = left.pop()) {
      const { candidates, at } = part
      if (!this.spend(node)) return
      let possible = candidates.filter(({ tests }) =>
        [...tests].every(([fact, cells]) => (this.within(at, fact) & cells) !== 0n),
      )
      const open = (tests: CellTests) =>
        [...tests].find(([fact, cells]) => (this.within(at, fact) & ~cells) !== 0n)
      if (first) {
        const settled = possible.findIndex(({ tests }) => !open(tests))
        if (settled >= 0) possible = possible.slice(0, settled + 1)
      }
      const unsettled = (first ? possible.slice(0, 1) : possible).find(({ tests }) => open(tests))
      if (!unsettled) {
        const [one, two] = possible
        if (one && two && !first) {
          for (const { edge } of possible) this.contested.add(edge.id)
          // No case goes on from here: beyond it nothing could be shown by following the chart.
          this.overlaps.push({ question: node, edges: [one.edge, two.edge], box: at })
          continue
        }
        const taken = one?.edge ?? otherwise
        if (taken) this.take(taken, rank, at, marked)
        else this.gaps.push({ question: node, box: at })
        continue
      }
      const [fact] = open(unsettled.tests)!
      for (const group of groupsOf(possible, fact, this.within(at, fact)).reverse())
        left.push({ candidates: group.possible, at: new Map(at).set(fact, group.cells) })
    }
  }
}

/** The tests that checks heed at a step: what it requires, and the limits of parameters that facts supply. */
function heeded(graph: Graph, node: Node): { fact: string; set: ValueSet }[] {
  if (node.kind === 'escalate')
    return graph.requiresToEscalate.get(node.id)!.flatMap(row => [...row.values()])
  const used =
    node.kind === 'action'
      ? [node]
      : node.kind === 'close'
        ? (node.options ?? []).flatMap(option => ('action' in option ? [option] : []))
        : []
  return used.flatMap(({ action, with: args }) => [
    ...(graph.requires.get(action) ?? []).flatMap(row => [...row.values()]),
    ...Object.entries(args ?? {}).flatMap(([param, arg]) =>
      typeof arg === 'object' && arg !== null
        ? limitsOnFact(graph, action, param, arg.fact).map(({ set }) => ({ fact: arg.fact, set }))
        : [],
    ),
  ])
}

/** The limits of a parameter as sets of values of the fact that supplies it; tier null is the parameter's own domain. */
export function limitsOnFact(
  graph: Graph,
  action: string,
  param: string,
  fact: string,
): { tier: string | null; set: ValueSet }[] {
  const of = graph.policy.handbook.actions[action]
  const domain: Domain | undefined = graph.domains.get(fact)
  const type = of?.params?.[param]?.type
  if (!of || !domain || domain.type !== type) return []
  const read = (text: string, tier: string | null) => {
    const parsed = parseTest(text, type)
    return parsed.ok ? [{ tier, set: setOf(parsed.test, domain) }] : []
  }
  const own = of.params?.[param]?.allowedValues
  return [
    ...(own === undefined ? [] : read(own, null)),
    ...Object.entries(of.grants ?? {}).flatMap(([tier, limits]) =>
      Object.hasOwn(limits, param) ? read(limits[param]!, tier) : [],
    ),
  ]
}
