import { byText, type GraphEdge } from '../1-graph/graph'
import { type State, stateKey, waysOn } from '../1-graph/visible'
import type { NodeOf } from '../language/kinds'
import type { ArtifactStep } from '../runtime/artifact'
import type { CellSet } from './cells'
import { type Diagram, DiagramStore } from './diagram'
import { groupsOf } from './groups'
import { endOf, stepOf } from './leaves'
import { type CellTests, type Slice, settled } from './slice'

/** The facts that the walk knows, each with the cells in which its value may lie. */
export type Box = ReadonlyMap<string, CellSet>

/** Where a part of a diagram begins: at the entries, or at a join, knowing these facts. */
export interface Root {
  key: string
  state: State | null
  known: readonly string[]
}

export interface Part {
  root: Root
  diagram: Diagram
}

/** More than a table can be worth, in rows or in the work of making it; its check says so. */
export class TooLarge extends Error {
  override name = 'TooLarge'
  constructor(
    /** `depth`: so deep, or so long, that no machine of ours can make it. */
    readonly of: 'rows' | 'depth' = 'rows',
  ) {
    super()
  }
}

export const MAIN = 'main'
/** A drawing deeper than this is split, so that no walk over a part can run out of stack. */
const DEEP = 400

/**
 * Makes the diagram of a slice in parts: one from the entries, and one from each join below which a question is asked, so
 * that a diagram grows with the drawing and not with the number of paths through it. A part knows nothing of what
 * the ways to it have settled, but for which facts are already known where that changes what a question asks first.
 */
export function buildParts(slice: Slice, limit: number): { parts: Map<string, Part>; store: DiagramStore } {
  const builder = new Builder(slice, limit)
  const parts = new Map<string, Part>()
  const open: Root[] = [{ key: MAIN, state: null, known: [] }]
  for (let root = open.shift(); root; root = open.shift()) {
    if (parts.has(root.key)) continue
    parts.set(root.key, { root, diagram: builder.part(root) })
    open.push(...builder.met.splice(0))
  }
  return { parts, store: builder.store }
}

class Builder {
  readonly store = new DiagramStore()
  /** The parts that were referred to since they were last looked at. */
  readonly met: Root[] = []
  private readonly memo = new Map<string, Diagram | null>()
  private work = 0

  constructor(
    private readonly slice: Slice,
    private readonly limit: number,
  ) {}

  part(root: Root): Diagram {
    const box: Box = new Map(root.known.map(fact => [fact, this.slice.cells.get(fact)!.all]))
    const made = root.state ? this.visit(root.state, box) : this.entry(0, new Map())
    // A part that no case reaches has no answers of its own, and nothing refers to it in the end.
    return made ?? this.store.leaf([], { kind: 'close', result: 'declined' })
  }

  private entry(index: number, box: Box): Diagram | null {
    const { graph } = this.slice
    const trigger = graph.triggers[index]
    if (!trigger) return graph.start && this.go({ node: graph.start, rank: 0 }, box)
    const tests = this.slice.triggers.get(trigger.node.id)!
    // A test that no value passes fails without anything being asked.
    if ([...tests.values()].includes(0n)) return this.entry(index + 1, box)
    const facts = [...tests.keys()].sort((a, b) => this.first(box, a) - this.first(box, b) || byText(a, b))
    const test = (i: number, at: Box): Diagram | null => {
      const fact = facts[i]
      if (fact === undefined) return this.go({ node: trigger.node, rank: 0 }, at)
      const all = this.within(at, fact)
      const [pass, fail] = [all & tests.get(fact)!, all & ~tests.get(fact)!]
      return this.store.branch(fact, trigger.node.id, [
        { cells: pass, to: pass === 0n ? null : test(i + 1, new Map(at).set(fact, pass)) },
        { cells: fail, to: fail === 0n ? null : this.entry(index + 1, new Map(at).set(fact, fail)) },
      ])
    }
    return test(0, box)
  }

  /** A state reached: a part of its own, or visited here. */
  private go(state: State, box: Box): Diagram | null {
    const { slice } = this
    const key = stateKey(state.node.id, state.rank)
    const live = slice.live.get(key)!
    const joined = (slice.waysIn.get(key) ?? 0) > 1
    if ((live.size > 0 && joined) || this.isDeep(key)) {
      const known = [...box.keys()]
        .filter(fact => live.has(fact) && this.askedWithOthers(state, fact))
        .sort(byText)
      const root: Root = { key: [key, ...known].join('\n'), state, known }
      this.met.push(root)
      return this.store.leaf([], { kind: 'continue', root: root.key })
    }
    return this.visit(state, box)
  }

  private isDeep = (key: string) => this.slice.depth.get(key)! % DEEP === DEEP - 1

  private visit(state: State, box: Box): Diagram | null {
    const key = stateKey(state.node.id, state.rank)
    const memoKey = `${key} ${settled(this.slice.live.get(key)!, box)}`
    const known = this.memo.get(memoKey)
    if (known !== undefined) return known
    if (++this.work > this.limit) throw new TooLarge()
    const made = this.make(state, box)
    this.memo.set(memoKey, made)
    return made
  }

  /** What the state leads to: its steps are gathered as far as one leads to the next. */
  private make(state: State, box: Box): Diagram | null {
    const { graph, caller, waysIn } = this.slice
    const steps: ArtifactStep[] = []
    const done = (below: Diagram | null) => below && this.store.after(steps, below)
    for (let at = state; ; ) {
      const { node } = at
      if (node.kind === 'question') return done(this.question({ ...at, node }, box))
      if (node.kind === 'action') steps.push(stepOf(graph, { ...at, node }))
      const on = waysOn(graph, at, caller)
      const edge = on.edges[0]
      if (!edge) return done(this.store.leaf([], endOf(graph, at, caller)))
      at = { node: graph.nodes.get(edge.to)!, rank: on.rank }
      // What is come to in several ways is made once; what is deep is a part of its own.
      const key = stateKey(at.node.id, at.rank)
      if ((waysIn.get(key) ?? 0) > 1 || this.isDeep(key)) return done(this.go(at, box))
    }
  }

  private question(state: State & { node: NodeOf<'question'> }, box: Box): Diagram | null {
    const { node, rank } = state
    const out = this.slice.graph.out.get(node.id)!
    const take = (edge: GraphEdge | undefined, at: Box) =>
      edge ? this.go({ node: this.slice.graph.nodes.get(edge.to)!, rank }, at) : null
    const answers = out
      .filter(edge => !edge.otherwise)
      .map(edge => ({ edge, tests: this.slice.answers.get(edge.id)! }))
    const otherwise = out.find(edge => edge.otherwise)

    const split = (candidates: typeof answers, at: Box): Diagram | null => {
      if (++this.work > this.limit) throw new TooLarge()
      let possible = candidates.filter(({ tests }) => this.possible(tests, at))
      const holding = possible.find(({ tests }) => this.holds(tests, at))
      if (node.hit === 'first' && holding) possible = possible.slice(0, possible.indexOf(holding) + 1)
      if (holding && (node.hit !== 'first' || holding === possible[0])) return take(holding.edge, at)
      if (possible.length === 0) return take(otherwise, at)
      const fact = this.next(node, possible, at)
      return this.store.branch(
        fact,
        node.id,
        groupsOf(possible, fact, this.within(at, fact)).map(group => ({
          cells: group.cells,
          to: split(group.possible, new Map(at).set(fact, group.cells)),
        })),
      )
    }
    return split(answers, box)
  }

  /** The fact to branch on: one that is already known, else the first of the question's that an answer depends on. */
  private next(node: NodeOf<'question'>, possible: readonly { tests: CellTests }[], box: Box): string {
    const open = node.facts.filter(fact =>
      possible.some(({ tests }) => tests.has(fact) && (this.within(box, fact) & ~tests.get(fact)!) !== 0n),
    )
    return open.find(fact => this.first(box, fact) === 0) ?? open[0]!
  }

  /** 0 for what is known without asking here, 1 for what has to be asked. */
  private first(box: Box, fact: string): 0 | 1 {
    return box.has(fact) || this.slice.graph.policy.handbook.facts[fact]!.volunteered ? 0 : 1
  }

  private within = (box: Box, fact: string): CellSet => box.get(fact) ?? this.slice.cells.get(fact)!.all

  private possible = (tests: CellTests, box: Box) =>
    [...tests].every(([fact, cells]) => (this.within(box, fact) & cells) !== 0n)

  private holds = (tests: CellTests, box: Box) =>
    [...tests].every(([fact, cells]) => (this.within(box, fact) & ~cells) === 0n)

  /** Whether a question below asks the fact along with others: there, knowing it already changes what is asked. */
  private askedWithOthers(state: State, fact: string): boolean {
    const { graph, caller, live } = this.slice
    const seen = new Set<string>()
    const open: State[] = [state]
    for (let at = open.pop(); at; at = open.pop()) {
      const key = stateKey(at.node.id, at.rank)
      if (seen.has(key) || !live.get(key)!.has(fact)) continue
      seen.add(key)
      if (at.node.kind === 'question' && at.node.facts.length > 1 && at.node.facts.includes(fact)) return true
      const on = waysOn(graph, at, caller)
      for (const edge of on.edges) open.push({ node: graph.nodes.get(edge.to)!, rank: on.rank })
    }
    return false
  }
}
