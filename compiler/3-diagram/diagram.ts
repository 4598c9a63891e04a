import type { Memory, Shelf } from '../memory/memory'
import { onceFor } from '../memory/once'
import type { ArtifactStep, CloseEnd, EscalateEnd } from '../runtime/artifact'
import { type Box, type Domains, keyOf } from './box'
import { inReadingOrder, joinBoxes } from './join'

/** Where a walk goes on in a part of its own; `root` is the part's key. */
export interface GoOn {
  kind: 'continue'
  root: string
}
export type DiagramEnd = CloseEnd | EscalateEnd | GoOn

export interface Leaf {
  readonly id: number
  readonly kind: 'leaf'
  readonly steps: readonly ArtifactStep[]
  readonly end: DiagramEnd
}

/** A way through a fork: the cases that take it, of those that come to the fork, and where it leads. */
export interface ForkWay {
  readonly box: Box
  readonly to: Diagram
  /** The places of the answers that it stands for, as far as one knows; each is one of the question's ways. */
  readonly answers: readonly number[]
}

/**
 * Branches as a question does. The ways have nothing in common, cover all cases that come here, and stand in the order
 * in which people read them.
 */
export interface Fork {
  readonly id: number
  readonly kind: 'fork'
  readonly question: string
  /** The facts that the ways test, in the order in which they are asked. */
  readonly facts: readonly string[]
  readonly ways: readonly ForkWay[]
}

/**
 * A decision diagram over cells that branches as the walk asks. Equal diagrams are the same object of one store, so that
 * equality is identity, and a fork whose ways all lead to the same diagram is that diagram.
 */
export type Diagram = Leaf | Fork

/** A way before it is known where it leads: null where no case comes along it. */
export interface WayTo {
  box: Box
  to: Diagram | null
  answers: readonly number[]
}

/** Keeps diagrams unique: of all callers, and of all documents since the memory was last empty. */
export class DiagramStore implements Shelf {
  private readonly unique = new Map<string, Diagram>()
  private readonly prefixed = new Map<string, Diagram>()

  constructor(private readonly memory: Memory) {}

  get size() {
    return this.unique.size + this.prefixed.size
  }

  /** Steps and ends are made by the leaf parts, which makes equal ones the same object. */
  leaf(steps: readonly ArtifactStep[], end: DiagramEnd): Diagram {
    const key = `leaf ${this.numbered(steps)}|${end.kind === 'continue' ? `>${end.root}` : this.memory.number(end)}`
    return this.keep(key, id => ({ id, kind: 'leaf', steps, end }))
  }

  /**
   * A fork on facts that are asked in this order. Cases that never come are put to a way that they can be joined with,
   * or else to the last one, so that the ways cover all they are given. Null where no case comes at all.
   */
  fork(
    domains: Domains,
    question: string,
    facts: readonly string[],
    given: readonly WayTo[],
  ): Diagram | null {
    const first = given.find(way => way.to)?.to
    if (!first) return null
    if (given.every(({ to }) => !to || to === first)) return first
    const sorted = inReadingOrder(settled(given), facts)
    const ways = joinBoxes(
      sorted.map(way => ({ ...way, kind: String(way.to.id) })),
      domains,
    )
    if (ways.every(({ to }) => to === first)) return first
    const made = (ways.length === sorted.length ? ways : inReadingOrder(ways, facts)).map(
      ({ box, to, answers }) => ({ box, to, answers }),
    )
    const tested = facts.filter(fact => made.some(({ box }) => box.has(fact)))
    const key = made.map(({ box, to }) => `${keyOf(box)}:${to.id}`).join(' ')
    const cut = tested.map(fact => this.memory.number(domains.get(fact)!))
    return this.keep(`fork ${JSON.stringify([question, tested, cut])} ${key}`, id => ({
      id,
      kind: 'fork',
      question,
      facts: tested,
      ways: made,
    }))
  }

  /** The diagram with steps done before it. */
  after(domains: Domains, steps: readonly ArtifactStep[], diagram: Diagram): Diagram {
    if (steps.length === 0) return diagram
    const prefix = this.numbered(steps)
    const put = (at: Diagram): Diagram => {
      const key = `${at.id} ${prefix}`
      const known = this.prefixed.get(key)
      if (known) return known
      const made =
        at.kind === 'leaf'
          ? this.leaf([...steps, ...at.steps], at.end)
          : this.fork(
              domains,
              at.question,
              at.facts,
              at.ways.map(way => ({ ...way, to: put(way.to) })),
            )!
      this.prefixed.set(key, made)
      return made
    }
    return put(diagram)
  }

  private numbered = (steps: readonly ArtifactStep[]) => steps.map(step => this.memory.number(step)).join()

  private keep(key: string, make: (id: number) => Diagram): Diagram {
    const known = this.unique.get(key)
    if (known) return known
    const made = make(this.memory.fresh())
    this.unique.set(key, made)
    return made
  }
}

/** The ways with those that no case comes along put to others. */
function settled(given: readonly WayTo[]): (WayTo & { to: Diagram })[] {
  const ways = given.flatMap(way => (way.to ? [{ ...way, to: way.to }] : []))
  const last = ways.at(-1)!
  for (const way of given) {
    if (way.to) continue
    const beside = ways.find(other => differInOne(way.box, other.box)) ?? last
    ways.push({ ...way, to: beside.to })
  }
  return ways
}

function differInOne(a: Box, b: Box): boolean {
  if (a.size !== b.size) return false
  let differences = 0
  for (const [fact, cells] of a) {
    const other = b.get(fact)
    if (other === undefined) return false
    if (other !== cells && ++differences > 1) return false
  }
  return true
}

export type References = ReadonlyMap<string, number>
const NONE: References = new Map()

/** How many rows of a diagram go on to each root: 1, or 2 for several. A diagram never changes: it is looked up once. */
export const referencesOf: (diagram: Diagram) => References = onceFor(diagram => {
  if (diagram.kind === 'leaf')
    return diagram.end.kind === 'continue' ? new Map([[diagram.end.root, 1]]) : NONE
  const sum = new Map<string, number>()
  for (const { to } of diagram.ways)
    for (const [root, rows] of referencesOf(to)) sum.set(root, Math.min(2, (sum.get(root) ?? 0) + rows))
  return sum
})
