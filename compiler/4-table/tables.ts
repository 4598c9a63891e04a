import type { Graph } from '../1-graph/graph'
import { seesAlike } from '../1-graph/visible'
import { TooLarge } from '../3-diagram/too-large'
import type { Artifact } from '../runtime/artifact'
import { diagramFor, printTables, rowsFor, type TierDiagram, type TierRows } from './table'

/** The diagrams and artifacts of a graph without structural errors, each made when it is first asked for and then kept. */
export class Tables {
  private readonly diagrams = new Map<string, TierDiagram | TooLarge>()
  private readonly counted = new Map<string, TierRows | TooLarge>()
  private readonly printed = new Map<string, Artifact | TooLarge>()
  private readonly likes = new Map<string, string>()

  constructor(readonly graph: Graph) {}

  diagram = (tier: string): TierDiagram | TooLarge =>
    keep(this.diagrams, tier, () => {
      const like = this.like(tier)
      if (like === tier) return diagramFor(this.graph, tier)
      const made = sound(this.diagram(like))
      return { ...made, slice: { ...made.slice, caller: this.graph.rank.get(tier)! } }
    })

  rows = (tier: string): TierRows | TooLarge =>
    keep(this.counted, tier, () => {
      const like = this.like(tier)
      return like === tier ? rowsFor(sound(this.diagram(tier))) : sound(this.rows(like))
    })

  artifact = (tier: string): Artifact | TooLarge =>
    keep(this.printed, tier, () => printTables(sound(this.diagram(tier)), sound(this.rows(tier))))

  /** The lowest tier that sees the same: what is made for one is made for all of them. */
  private like(tier: string): string {
    const { graph, likes } = this
    const known = likes.get(tier)
    if (known !== undefined) return known
    const like = graph.tiers.find((_, rank) => seesAlike(graph, rank, graph.rank.get(tier)!))!
    likes.set(tier, like)
    return like
  }

  /** @throws TooLarge where a tier's tables are. */
  artifacts(): Record<string, Artifact> {
    return Object.fromEntries(this.graph.tiers.map(tier => [tier, sound(this.artifact(tier))]))
  }
}

function sound<T>(made: T | TooLarge): T {
  if (made instanceof TooLarge) throw made
  return made
}

function keep<T>(kept: Map<string, T | TooLarge>, key: string, make: () => T): T | TooLarge {
  const known = kept.get(key)
  if (known) return known
  let made: T | TooLarge
  try {
    made = make()
  } catch (caught) {
    // Of a stack, a text or a set of cells that is larger than there may be: engines call it one of these.
    const beyond = caught instanceof RangeError || (caught as Error).name === 'InternalError'
    if (!beyond && !(caught instanceof TooLarge)) throw caught
    made = caught instanceof TooLarge ? caught : new TooLarge('depth')
  }
  kept.set(key, made)
  return made
}
