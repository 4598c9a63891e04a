import { byText, type Graph, type GraphEdge } from '../1-graph/graph'
import type { Tests } from '../1-graph/read-tests'
import { type Box, keyOf, meets, outside } from '../3-diagram/box'
import { type CellSet, type Cells, lowest } from '../3-diagram/cells'
import type { CellTests } from '../3-diagram/cut'
import { leadsOn, type Place, type Slice, type Way } from '../3-diagram/slice'
import type { Node, NodeOf } from '../language/kinds'
import { onceFor } from '../memory/once'
import type { JsonValue } from '../runtime/values'
import { slicesOf } from './heeded'
import { type Answered, answersOf, BrokenOff } from './question'

/** A step of the chart with the cases that come to it along some way. */
export class Visit {
  constructor(
    readonly state: Place,
    /** What of the cases still matters here or behind. */
    readonly live: Box,
    /** Whether a step with the mark that was looked for came before it, or is it. */
    readonly marked: boolean,
    private readonly from: Visit | null,
    /** What was settled on the way from there. */
    private readonly settled: Box,
  ) {}

  /** The cases, with all that was settled on the way here. */
  get box(): Box {
    const box = new Map(this.settled)
    for (let at = this.from; at; at = at.from)
      for (const [fact, cells] of at.settled) if (!box.has(fact)) box.set(fact, cells)
    return box
  }

  /** The box, narrowed to a part of what matters here. */
  narrowed(part: Box): Box {
    return new Map([...this.box, ...part])
  }
}

/** Which cases are looked at, and what for. */
export interface Look {
  /** The rank of the caller who walks; the highest if left out. */
  caller?: number
  /** Only cases in which all of these hold. */
  when?: Tests
  /** What a walk may have passed, or come to its end at: kept apart for those that did and those that did not. */
  mark?: (node: Node, end: boolean) => boolean
  /** Whether walks are followed only until they pass the mark. */
  until?: boolean
  budget?: number
}

/** As much work as one look at all cases of a chart may take, in steps and splits. */
export const BUDGET = 400_000

const NONE: Box = new Map()

const byName = onceFor(({ cells }: Slice) => [...cells].sort(([a], [b]) => byText(a, b)))

/** A value for a fact of which nothing is settled. */
const anySample = onceFor(({ sample, all }: Cells) => sample(lowest(all)))

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
  /** The first that is found of each question. */
  readonly gaps: { question: NodeOf<'question'>; box: Box }[] = []
  /** The first that is found of each two answers. */
  readonly overlaps: { question: NodeOf<'question'>; edges: [GraphEdge, GraphEdge]; box: Box }[] = []
  undecided: string | null = null
  /** Looks of other kinds that were broken off, each with what it was about and where. */
  readonly brokenOff: { about: string; node: string }[] = []
  private readonly open: Visit[] = []
  private readonly seen = new Map<Place, Set<string>>()
  private readonly told = new Set<string>()
  private work = 0
  private compared = 0

  private readonly budget: number
  private readonly mark: (node: Node, end: boolean) => boolean
  private readonly until: boolean

  constructor(
    readonly graph: Graph,
    {
      caller = graph.tiers.length - 1,
      when = new Map(),
      mark = () => false,
      until = false,
      budget = BUDGET,
    }: Look = {},
  ) {
    this.budget = budget
    this.mark = mark
    this.until = until
    this.slice = slicesOf(graph).of(caller)
    const from = this.cut(when)
    if ([...from.values()].every(cells => cells !== 0n)) this.enter(from)
    for (let visit = this.open.pop(); visit && this.undecided === null; visit = this.open.pop())
      this.visit(visit)
  }

  /** Another look at the same chart; that it was broken off is remembered here. */
  look(about: string, look: Look): Cases {
    // Where the whole could not be followed, a part of it is tried for a moment only: it is as hard, more often than not.
    const budget = this.undecided === null ? this.budget : Math.ceil(this.budget / 50)
    const cases = new Cases(this.graph, { budget, ...look })
    if (cases.undecided !== null) this.breakOff(about, cases.undecided)
    return cases
  }

  /** Where walks end, each with the cases that come to it. */
  ends(): Visit[] {
    return this.visits.filter(({ state }) => leadsOn(state).length === 0)
  }

  /** Concrete facts of a case in the box: one value for each fact that the chart uses. */
  witness(box: Box): Record<string, JsonValue> {
    const facts: Record<string, JsonValue> = {}
    for (const [fact, of] of byName(this.slice)) {
      const cells = box.get(fact)
      facts[fact] = cells === undefined ? anySample(of) : of.sample(lowest(cells))
    }
    return facts
  }

  /**
   * A part of the box in which none of the rows of tests holds, or null where one always does. Rows over many facts can
   * be as hard as any puzzle: past the budget it is null, and what it was about is remembered as broken off.
   */
  outside(box: Box, rows: readonly Tests[], about: string, node: Node): Box | null {
    const limit = this.budget * 5
    const search = (at: Box, left: readonly CellTests[]): Box | null => {
      this.compared += left.length
      if (this.compared > limit) return null
      const [first, ...rest] = left.filter(tests => meets(at, tests))
      if (!first) return at
      for (const piece of outside(at, first, [...first.keys()], this.slice.cells)) {
        const found = search(piece, rest)
        if (found) return found
      }
      return null
    }
    const found = search(
      box,
      rows.map(row => this.cut(row)),
    )
    if (this.compared > limit && !found) this.breakOff(about, node.id)
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
    const { entries, start, triggers } = this.slice
    const all = this.graph.triggers.map(({ node }) => ({
      to: entries.get(node.id)!,
      tests: [...triggers.get(node.id)!],
    }))
    const begin = (at: Place, from: Box) => this.come(at, from, null, from, false)
    const left = [{ trigger: 0, test: 0, box }]
    for (let at = left.pop(); at; at = left.pop()) {
      const trigger = all[at.trigger]
      if (!trigger) {
        if (start) begin(start, at.box)
        continue
      }
      if (!this.spend(trigger.to.node)) return
      const next = trigger.tests[at.test]
      if (!next) {
        begin(trigger.to, at.box)
        continue
      }
      const [fact, cells] = next
      const [pass, fail] = [this.within(at.box, fact) & cells, this.within(at.box, fact) & ~cells]
      if (fail !== 0n) left.push({ trigger: at.trigger + 1, test: 0, box: new Map(at.box).set(fact, fail) })
      if (pass !== 0n) left.push({ ...at, test: at.test + 1, box: new Map(at.box).set(fact, pass) })
    }
  }

  /** Cases that come to a place are looked at there, unless all that matters of them has been. */
  private come(place: Place, box: Box, from: Visit | null, settled: Box, before: boolean) {
    const live = this.slice.live.at(place.index, box)
    const marked = before || this.mark(place.node, leadsOn(place).length === 0)
    if (marked && this.until) return
    const key = marked ? `marked ${keyOf(live)}` : keyOf(live)
    const seen = this.seen.get(place)
    if (seen?.has(key)) return
    if (seen) seen.add(key)
    else this.seen.set(place, new Set([key]))
    this.open.push(new Visit(place, live, marked, from, settled))
  }

  private visit(visit: Visit) {
    const { state: place } = visit
    if (!this.spend(place.node)) return
    this.visits.push(visit)
    const { node } = place
    if (node.kind === 'question') this.question(visit, node)
    else for (const way of place.ways) this.take(way, visit, NONE)
  }

  /** `settled` is what of the cases is narrower behind the way than before it. */
  private take({ edge, to }: Way, visit: Visit, settled: Box) {
    this.taken.add(edge.id)
    this.come(
      to,
      settled.size === 0
        ? visit.live
        : visit.live.size === 0
          ? settled
          : new Map([...visit.live, ...settled]),
      visit,
      settled,
      visit.marked,
    )
  }

  private question(visit: Visit, node: NodeOf<'question'>) {
    let answered: Answered
    try {
      answered = answersOf(visit.state, visit.live, this.slice, () => {
        if (!this.spend(node)) throw new BrokenOff()
      })
    } catch (caught) {
      if (caught instanceof BrokenOff) return
      throw caught
    }
    for (const { ways, box } of answered.overlaps) {
      const edges = ways.map(({ edge }) => edge) as [GraphEdge, GraphEdge]
      for (const { id } of edges) this.contested.add(id)
      if (this.first(`overlap ${edges[0].id}\n${edges[1].id}`))
        this.overlaps.push({ question: node, edges, box: visit.narrowed(box) })
    }
    // In the order of the answers: the last that is put on the stack is looked at first.
    for (const { way, box } of answered.taken.toReversed()) this.take(way, visit, box)
    if (answered.gap && this.first(`gap ${node.id}`))
      this.gaps.push({ question: node, box: visit.narrowed(answered.gap) })
  }

  private first(told: string): boolean {
    if (this.told.has(told)) return false
    this.told.add(told)
    return true
  }
}
