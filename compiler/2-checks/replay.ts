import type { Graph } from '../1-graph/graph'
import type { Tests } from '../1-graph/read-tests'
import type { Finding } from '../language/finding'
import type { Node } from '../language/kinds'
import { type ChartResult, decideOn, type WalkPath } from '../meaning/decide'
import { holds } from '../meaning/holds'
import type { Facts } from '../runtime/result'
import { toPoint } from '../runtime/values'

export type Walked = ChartResult & { path: WalkPath }

/** A chart to be followed on the examples of findings. */
export class Replay {
  constructor(readonly graph: Graph) {}

  /** The walk of a case, for a caller of the tier; of the highest, where it is left out. No case shows nothing. */
  walk(facts: Facts | undefined, tier = this.graph.tiers.at(-1)!): Walked {
    if (facts === undefined) return { kind: 'invalid', problems: [], path: { nodes: [], edges: [] } }
    return decideOn(this.graph, tier, facts, { path: true }) as Walked
  }

  /** The walk of a finding's example. */
  of(finding: Finding): Walked {
    return this.walk(finding.witness)
  }

  node(finding: Finding): Node | undefined {
    return this.graph.nodes.get(finding.nodes?.[0] ?? '')
  }

  /** The place, in the order of authority, of the tier that holds the decision where a walk comes to a node. */
  rankAt({ path }: Walked, id: string): number {
    let rank = 0
    for (const at of path.nodes) {
      if (at === id) break
      const node = this.graph.nodes.get(at)!
      if (node.kind === 'escalate') rank = Math.max(rank, this.graph.rank.get(node.to)!)
    }
    return rank
  }

  /** Whether all tests of a row hold of a case; nobody brought up what it leaves out. */
  hold(row: Tests, facts: Facts): boolean {
    return [...row.values()].every(({ fact, test }) => {
      const { type } = this.graph.policy.handbook.facts[fact]!
      const value = facts[fact] ?? null
      return holds(test, value === null ? null : (toPoint(type, value) ?? null))
    })
  }
}
