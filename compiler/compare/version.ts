import { MAIN } from '../3-diagram/build'
import type { Diagram } from '../3-diagram/diagram'
import { innermostFirst } from '../4-table/graft'
import type { TierDiagram } from '../4-table/table'
import { type JointFact, ownName, type Side } from './joint'
import type { DecisionNode, NodeStore } from './nodes'
import type { ComparedEnd, ComparedStep } from './outcome'

/** Where a version's walk comes to: an end, a part that it goes on in, or nothing, since it does not accept the case. */
export type VersionLeaf =
  | { steps: readonly ComparedStep[]; end: ComparedEnd }
  | { steps: readonly ComparedStep[]; part: number }
  | { steps: readonly ComparedStep[]; invalid: true }

export type VersionNode = DecisionNode<VersionLeaf>

/**
 * A version's decisions over joint cells, in a store that both versions share. Parts are named by what they decide, so
 * that the same node is the same decision in both. `parts` finds them; it is shared, too.
 */
export function versionNode(
  version: TierDiagram | null,
  side: Side,
  joint: ReadonlyMap<string, JointFact>,
  store: NodeStore<VersionLeaf>,
  parts: Map<number, VersionNode>,
): VersionNode {
  const invalid = store.leaf({ steps: [], invalid: true })
  if (!version) return invalid
  const { slice } = version
  const made = new Map<string, VersionNode>()
  const convert = (diagram: Diagram): VersionNode => {
    const memo = new Map<Diagram, VersionNode>()
    const visit = (at: Diagram): VersionNode => {
      const known = memo.get(at)
      if (known) return known
      const node = at.kind === 'leaf' ? leaf(at) : branch(at)
      memo.set(at, node)
      return node
    }
    const leaf = ({ steps: written, end }: Extract<Diagram, { kind: 'leaf' }>): VersionNode => {
      const steps = written.map(plain)
      if (end.kind !== 'continue') return store.leaf({ steps, end: plain(end) as ComparedEnd })
      const part = made.get(end.root)!
      return store.leaf({ steps, part: part.id })
    }
    const branch = ({ fact, branches }: Extract<Diagram, { kind: 'branch' }>): VersionNode => {
      const own = slice.cells.get(fact)!
      const name = joint.has(fact) ? fact : ownName(fact, side)
      const { cells: common } = joint.get(name)!
      return store.branch(
        name,
        branches.map(({ cells, to }) => ({ cells: common.of(own.values(cells)), to: visit(to) })),
      )
    }
    return visit(diagram)
  }
  for (const key of innermostFirst(version.parts)) {
    const node = convert(version.parts.get(key)!.diagram)
    made.set(key, node)
    parts.set(node.id, node)
  }
  let node = made.get(MAIN)!
  for (const [fact, { cells, accepted }] of [...joint].reverse())
    if (slice.cells.has(fact))
      node = store.branch(fact, [
        { cells: accepted[side], to: node },
        { cells: cells.all & ~accepted[side], to: invalid },
      ])
  return node
}

/** Without the node in whose words a parameter is asked for: that says nothing of the decision. */
function plain<T extends object>(part: T): Omit<T, 'question'> {
  const { question: _question, ...rest } = part as T & { question?: string }
  return rest
}
