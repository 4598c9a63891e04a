import type { Graph } from '../1-graph/graph'
import { TooLarge } from '../3-diagram/build'
import type { Artifact } from '../runtime/artifact'
import { countRows } from './rows'
import { diagramFor, printTables, ROW_LIMIT, type TierDiagram } from './table'

/** The diagrams and artifacts of a graph without structural errors, each made when it is first asked for and then kept. */
export class Tables {
  private readonly diagrams = new Map<string, TierDiagram | TooLarge>()
  private readonly printed = new Map<string, Artifact | TooLarge>()

  constructor(readonly graph: Graph) {}

  diagram = (tier: string): TierDiagram | TooLarge =>
    keep(this.diagrams, tier, () => diagramFor(this.graph, tier))

  /** Whether the tables of a tier have more rows than there may be; nothing is printed to find out. */
  isTooLarge(tier: string): boolean {
    const made = this.diagram(tier)
    if (made instanceof TooLarge) return true
    let rows = 0
    for (const { diagram } of made.parts.values()) rows += countRows(diagram)
    return rows > ROW_LIMIT
  }

  artifact = (tier: string): Artifact | TooLarge =>
    keep(this.printed, tier, () => {
      const diagram = this.diagram(tier)
      if (diagram instanceof TooLarge) throw diagram
      return printTables(diagram)
    })

  /** @throws TooLarge where a tier's tables are. */
  artifacts(): Record<string, Artifact> {
    return Object.fromEntries(
      this.graph.tiers.map(tier => {
        const artifact = this.artifact(tier)
        if (artifact instanceof TooLarge) throw artifact
        return [tier, artifact]
      }),
    )
  }
}

function keep<T>(kept: Map<string, T | TooLarge>, key: string, make: () => T): T | TooLarge {
  const known = kept.get(key)
  if (known) return known
  let made: T | TooLarge
  try {
    made = make()
  } catch (caught) {
    if (!(caught instanceof TooLarge)) throw caught
    made = caught
  }
  kept.set(key, made)
  return made
}
