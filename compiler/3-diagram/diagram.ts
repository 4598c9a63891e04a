import type { ArtifactStep, CloseEnd, EscalateEnd } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'
import { type CellSet, lowest } from './cells'

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

/** Branches on one fact, as the question asks for it. The branches are disjoint, in the order of their lowest cell. */
export interface Branch {
  readonly id: number
  readonly kind: 'branch'
  readonly fact: string
  readonly question: string
  readonly branches: readonly { readonly cells: CellSet; readonly to: Diagram }[]
}

/**
 * A decision diagram over cells, ordered as the walk asks. Equal diagrams are the same object of one store, so that
 * equality is identity, and a branch whose ways all lead to the same diagram is that diagram.
 */
export type Diagram = Leaf | Branch

/** Keeps diagrams unique. */
export class DiagramStore {
  private readonly unique = new Map<string, Diagram>()
  private readonly prefixed = new Map<string, Diagram>()

  leaf(steps: readonly ArtifactStep[], end: DiagramEnd): Diagram {
    return this.keep(`leaf ${canonicalJson([steps, end])}`, id => ({ id, kind: 'leaf', steps, end }))
  }

  /**
   * A branch on a fact. Where a way is null, no case comes along it; its cells go with the way before, so that the
   * branches cover all they are given. Null where no case comes at all.
   */
  branch(
    fact: string,
    question: string,
    ways: readonly { cells: CellSet; to: Diagram | null }[],
  ): Diagram | null {
    const joined = new Map<Diagram, CellSet>()
    let spare = 0n
    for (const { cells, to } of ways)
      if (to) joined.set(to, (joined.get(to) ?? 0n) | cells)
      else spare |= cells
    const first = joined.keys().next().value
    if (!first) return null
    if (joined.size === 1) return first
    const branches = [...joined]
      .map(([to, cells]) => ({ cells, to }))
      .sort((a, b) => lowest(a.cells) - lowest(b.cells))
    const last = branches.at(-1)!
    last.cells |= spare
    branches.sort((a, b) => lowest(a.cells) - lowest(b.cells))
    const key = branches.map(({ cells, to }) => `${cells.toString(36)}:${to.id}`).join(' ')
    return this.keep(`branch ${JSON.stringify([fact, question])} ${key}`, id => ({
      id,
      kind: 'branch',
      fact,
      question,
      branches,
    }))
  }

  /** The diagram with steps done before it. */
  after(steps: readonly ArtifactStep[], diagram: Diagram): Diagram {
    if (steps.length === 0) return diagram
    const prefix = canonicalJson(steps)
    const put = (at: Diagram): Diagram => {
      const key = `${at.id} ${prefix}`
      const known = this.prefixed.get(key)
      if (known) return known
      const made =
        at.kind === 'leaf'
          ? this.leaf([...steps, ...at.steps], at.end)
          : this.branch(
              at.fact,
              at.question,
              at.branches.map(({ cells, to }) => ({ cells, to: put(to) })),
            )!
      this.prefixed.set(key, made)
      return made
    }
    return put(diagram)
  }

  /** Every diagram that was made. */
  all = () => this.unique.values()

  private keep(key: string, make: (id: number) => Diagram): Diagram {
    const known = this.unique.get(key)
    if (known) return known
    const made = make(this.unique.size)
    this.unique.set(key, made)
    return made
  }
}
