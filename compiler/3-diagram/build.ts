import { clashesOf } from '../1-graph/clashes'
import { byText } from '../1-graph/graph'
import type { NodeOf } from '../language/kinds'
import { Kept } from '../memory/memory'
import { once } from '../memory/once'
import type { ArtifactStep } from '../runtime/artifact'
import { type Box, intersection, isWithin, keyOf, meets, volume } from './box'
import type { CellSet } from './cells'
import { type Diagram, DiagramStore, referencesOf, type WayTo } from './diagram'
import { groupsOf } from './groups'
import { leafPartsOf } from './leaves'
import { type Likeness, likenessOf } from './likeness'
import { Liveness } from './liveness'
import { isDeep, isRoot, leadsOn, type Place, type Slice } from './slice'
import { TooLarge } from './too-large'
import { allUncovered } from './uncovered'

/** Where a part of a diagram begins: at the entries, or at a join, knowing these facts. */
export interface Root {
  key: string
  place: Place | null
  known: readonly string[]
}

export interface Part {
  root: Root
  diagram: Diagram
}

export const MAIN = 'main'

export interface Built {
  /** By root key; `MAIN` first. */
  parts: ReadonlyMap<string, Part>
  store: DiagramStore
  likeness: Likeness
}

/**
 * Makes the diagram of a slice in parts: one from the entries, and one from each join below which a question is asked, so
 * that a diagram grows with the drawing and not with the number of paths through it. A part knows nothing of what
 * the ways to it have settled, but for which facts are already known where that changes what a question asks first.
 */
export function buildParts(slice: Slice, limit: number): Built {
  const { memory } = slice.graph
  const builder = new Builder(slice, limit)
  const parts = new Map<string, Part>()
  const open = [MAIN]
  try {
    for (const key of open) {
      if (parts.has(key)) continue
      const root = builder.rootOf(key)
      const diagram = builder.part(root)
      parts.set(key, { root, diagram })
      open.push(...referencesOf(diagram).keys())
    }
    builder.reckon()
  } catch (caught) {
    // What was made is of no use to anybody, and may be a great deal.
    memory.forget()
    throw caught
  }
  return { parts, store: builder.store, likeness: builder.likeness }
}

/** What was made of the cases that come to a place. */
interface Made {
  diagram: Diagram | null
  /** How many steps it took, without what it is made of. */
  work: number
  of: Made[]
}

/** What was made before, of the same cases at a place of the same kind. */
class MadeBefore extends Kept<Made> {}

type Question = Place & { node: NodeOf<'question'> }

/** Answers that are still possible, with their places among the question's ways. */
type Candidate = { place: number; tests: Box; to: Place }

class Builder {
  readonly store: DiagramStore
  readonly likeness: Likeness
  private readonly known: Map<string, Made>
  /** What is being made, and in the end what all parts are made of. */
  private making: Made = { diagram: null, work: 0, of: [] }
  /** By the fact that it tests, the last trigger that does. */
  private readonly lastTrigger = new Map<string, number>()
  private readonly liveBehindEntry = new Map<string, boolean>()
  private readonly withOthers: Liveness
  private work = 0

  constructor(
    private readonly slice: Slice,
    private readonly limit: number,
  ) {
    const { memory } = slice.graph
    this.store = memory.shelf(DiagramStore)
    this.known = memory.shelf(MadeBefore)
    this.withOthers = askedWithOthers(slice)
    this.likeness = likenessOf(slice, this.withOthers)
    slice.graph.triggers.forEach(({ node }, i) => {
      for (const fact of slice.triggers.get(node.id)!.keys()) this.lastTrigger.set(fact, i)
    })
  }

  /** The root that a part is referred to by. */
  rootOf(key: string): Root {
    if (key === MAIN) return { key, place: null, known: [] }
    const [at, ...known] = key.split('\n')
    return { key, place: this.slice.byKey(at!), known }
  }

  part(root: Root): Diagram {
    const box: Box = new Map(root.known.map(fact => [fact, this.slice.cells.get(fact)!.all]))
    const made = root.place ? this.visit(root.place, box) : this.entry(0, new Map())
    // A part that no case reaches has no answers of its own, and nothing refers to it in the end.
    return made ?? this.store.leaf([], leafPartsOf(this.slice.graph).nowhere)
  }

  private entry(index: number, box: Box): Diagram | null {
    const { graph, entries, start } = this.slice
    const trigger = graph.triggers[index]
    if (!trigger) return start && this.go(start, box)
    const tests = this.slice.triggers.get(trigger.node.id)!
    // A test that no value passes fails without anything being asked.
    if ([...tests.values()].includes(0n)) return this.entry(index + 1, box)
    const left = new Map(
      [...box].filter(([fact]) => this.lastTrigger.get(fact)! >= index || this.isLiveBehindEntry(fact)),
    )
    return this.once(`entry ${this.likeness.entries} ${index} ${keyOf(left)}`, () => {
      const facts = [...tests.keys()].sort(
        (a, b) => this.first(left, a) - this.first(left, b) || byText(a, b),
      )
      const test = (i: number, at: Box): Diagram | null => {
        const fact = facts[i]
        if (fact === undefined) return this.go(entries.get(trigger.node.id)!, at)
        const all = this.within(at, fact)
        const [pass, fail] = [all & tests.get(fact)!, all & ~tests.get(fact)!]
        const way = (cells: CellSet, to: (box: Box) => Diagram | null): WayTo[] =>
          cells === 0n
            ? []
            : [{ box: new Map([[fact, cells]]), to: to(new Map(at).set(fact, cells)), answers: [] }]
        const ways = [
          ...way(pass, passed => test(i + 1, passed)),
          ...way(fail, failed => this.entry(index + 1, failed)),
        ]
        return this.store.fork(this.domains, trigger.node.id, [fact], ways)
      }
      return test(0, left)
    })
  }

  /** Whether a walk may still branch on the fact, whichever trigger it begins at. */
  private isLiveBehindEntry(fact: string): boolean {
    const { start, entries, live } = this.slice
    return once(this.liveBehindEntry, fact, () =>
      [...entries.values(), ...(start ? [start] : [])].some(({ index }) => live.has(index, fact)),
    )
  }

  /** A place reached: a part of its own, or visited here. */
  private go(place: Place, box: Box): Diagram | null {
    if (isRoot(place)) {
      const known = [...this.slice.live.at(place.index, box).keys()]
        .filter(fact => this.withOthers.has(place.index, fact))
        .sort(byText)
      return this.store.leaf([], { kind: 'continue', root: [place.key, ...known].join('\n') })
    }
    return this.visit(place, box)
  }

  private visit(place: Place, box: Box): Diagram | null {
    const live = this.slice.live.at(place.index, box)
    return this.once(`${this.likeness.places[place.index]} ${keyOf(live)}`, () => this.make(place, live))
  }

  private once(key: string, make: () => Diagram | null): Diagram | null {
    let made = this.known.get(key)
    if (!made) {
      const outer = this.making
      made = { diagram: null, work: 0, of: [] }
      this.making = made
      this.spend()
      made.diagram = make()
      this.making = outer
      this.known.set(key, made)
    }
    this.making.of.push(made)
    return made.diagram
  }

  private spend() {
    this.making.work++
    if (++this.work > this.limit) throw new TooLarge()
  }

  /** The work of everything that the parts are made of counts, whether it was done now or before. */
  reckon() {
    const all = new Set<Made>([this.making])
    let work = 0
    for (const made of all) {
      work += made.work
      for (const each of made.of) all.add(each)
    }
    if (work > this.limit) throw new TooLarge()
  }

  /** What the place leads to: its steps are gathered as far as one leads to the next. */
  private make(from: Place, box: Box): Diagram | null {
    const { graph, caller } = this.slice
    const parts = leafPartsOf(graph)
    const steps: ArtifactStep[] = []
    const done = (below: Diagram | null) => below && this.store.after(this.domains, steps, below)
    for (let at = from; ; ) {
      const { node } = at
      if (node.kind === 'question') return done(this.question(at as Question, box))
      if (node.kind === 'action') steps.push(parts.step({ ...at, node }))
      const way = at.ways[0]
      if (!way) return done(this.store.leaf([], parts.end(at, caller)))
      at = way.to
      // What is come to in several ways is made once; what is deep is a part of its own.
      if (at.waysIn > 1 || isDeep(at)) return done(this.go(at, box))
    }
  }

  private question(at: Question, box: Box): Diagram | null {
    const candidates = at.ways.map(({ tests, to }, place): Candidate => ({ place, tests, to }))
    if (at.node.hit === 'first') return this.split(at, candidates, box)
    const { domains } = this
    const facts = this.inOrder(at.node, box)
    const ways: WayTo[] = []
    const parts: Box[] = []
    const earlier = this.earlier(at)
    for (const { place, tests, to } of candidates) {
      const both = intersection(box, tests)
      if (!both || hasNone(tests)) continue
      const taken = earlier.get(place)?.map(each => candidates[each]!.tests) ?? []
      const pieces =
        taken.length === 0 ? [both] : allUncovered(both, taken, facts, domains, () => this.spend())
      for (const piece of pieces) {
        this.spend()
        parts.push(piece)
        ways.push({ box: this.beyond(box, piece), to: this.go(to, piece), answers: [place] })
      }
    }
    const covered = parts.reduce((sum, part) => sum + volume(part, facts, domains), 0n)
    if (covered < volume(box, facts, domains))
      for (const rest of allUncovered(box, parts, facts, domains, () => this.spend()))
        ways.push({
          box: this.beyond(box, rest),
          to: at.otherwise && this.go(at.otherwise.to, rest),
          answers: at.otherwise ? [at.ways.length] : [],
        })
    return this.store.fork(this.domains, at.node.id, facts, ways)
  }

  /**
   * By the place of an answer, those before it that hold for some case that it holds for. No such case comes here, or it
   * would be an error; but a part that does not know what comes has to settle which of the two it would be.
   */
  private earlier({ node }: Question): ReadonlyMap<number, number[]> {
    const before = new Map<number, number[]>()
    for (const [one, other] of clashesOf(this.slice.graph, node.id)) {
      const known = before.get(other)
      if (known) known.push(one)
      else before.set(other, [one])
    }
    return before
  }

  /** What a box says beyond another one that it lies in. */
  private beyond(box: Box, part: Box): Box {
    const said = new Map<string, CellSet>()
    for (const [fact, cells] of part) if (this.within(box, fact) !== cells) said.set(fact, cells)
    return said
  }

  /** Answers of which the first that holds is taken, fact by fact: only facts on which one of them depends are asked. */
  private split(at: Question, candidates: readonly Candidate[], box: Box): Diagram | null {
    const { node, ways, otherwise } = at
    let possible = candidates.filter(({ tests }) => meets(box, tests) && !hasNone(tests))
    const settled = possible.findIndex(({ tests }) => isWithin(box, tests, this.domains))
    if (settled === 0) return this.go(possible[0]!.to, box)
    if (settled > 0) possible = possible.slice(0, settled + 1)
    if (possible.length === 0) return otherwise && this.go(otherwise.to, box)
    const left = this.heeded(at, possible, box)
    const key = `first ${this.likeness.places[at.index]} ${possible.map(({ place }) => place).join()} ${keyOf(left)}`
    return this.once(key, () => {
      const fact = this.next(node, possible, left)
      const made = groupsOf(possible, fact, this.within(left, fact)).map(group => ({
        box: new Map([[fact, group.cells]]),
        to: this.split(at, group.possible, new Map(left).set(fact, group.cells)),
        answers: [...group.possible.map(({ place }) => place), ...(otherwise ? [ways.length] : [])],
      }))
      return this.store.fork(this.domains, node.id, [fact], made)
    })
  }

  /** What a box says of the facts on which these answers, or what is behind the question, may still branch. */
  private heeded(at: Question, possible: readonly Candidate[], box: Box): Box {
    const left = new Map<string, CellSet>()
    for (const [fact, cells] of box)
      if (
        possible.some(({ tests }) => tests.has(fact)) ||
        leadsOn(at).some(({ to }) => this.slice.live.has(to.index, fact))
      )
        left.set(fact, cells)
    return left
  }

  /** The fact to branch on: one that is already known, else the first of the question's that an answer depends on. */
  private next(node: NodeOf<'question'>, possible: readonly Candidate[], box: Box): string {
    const open = node.facts.filter(fact =>
      possible.some(({ tests }) => tests.has(fact) && (this.within(box, fact) & ~tests.get(fact)!) !== 0n),
    )
    return open.find(fact => this.first(box, fact) === 0) ?? open[0]!
  }

  /** A question's facts: those that are known first, the rest in the order in which they are asked. */
  private inOrder({ facts }: NodeOf<'question'>, box: Box): string[] {
    return [...facts].sort((a, b) => this.first(box, a) - this.first(box, b))
  }

  /** 0 for what is known without asking here, 1 for what has to be asked. */
  private first(box: Box, fact: string): 0 | 1 {
    return box.has(fact) || this.slice.graph.policy.handbook.facts[fact]!.volunteered ? 0 : 1
  }

  private get domains() {
    return this.slice.cells
  }

  private within = (box: Box, fact: string): CellSet => box.get(fact) ?? this.domains.get(fact)!.all
}

/** The facts that questions at a place, or behind it, ask along with others: there, knowing one changes what is asked. */
function askedWithOthers({ places, facts }: Slice): Liveness {
  return new Liveness(places.length, facts, {
    tested: (place, test) => {
      const { node } = places[place]!
      if (node.kind === 'question' && node.facts.length > 1) for (const fact of node.facts) test(fact)
    },
    next: (place, lead) => {
      for (const { to } of leadsOn(places[place]!)) lead(to.index)
    },
  })
}

/** Whether no value passes one of the tests. */
const hasNone = (tests: Box) => {
  for (const cells of tests.values()) if (cells === 0n) return true
  return false
}
