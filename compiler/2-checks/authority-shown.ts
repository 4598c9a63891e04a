import type { Graph } from '../1-graph/graph'
import type { Finding } from '../language/finding'
import type { Node } from '../language/kinds'
import { isSupplied, type With } from '../language/kinds/common'
import { parseTest } from '../language/tests/parse'
import { holds } from '../meaning/holds'
import type { Facts } from '../runtime/result'
import { toPoint } from '../runtime/values'
import type { Replay } from './replay'

/**
 * Whether what is done at the place of a finding is within the authority of the tier that holds the decision there, in
 * the finding’s example: the grants as they are written, on the values that this case has. True where the case does not
 * come there.
 */
export function withinAuthority(finding: Finding, replay: Replay): boolean {
  const walk = replay.of(finding)
  const node = replay.node(finding)
  const use = node && doneAt(node, finding.path ?? [])
  if (!node || !use || !walk.path.nodes.includes(node.id)) return true
  const limits = limitsOf(replay.graph, use.action, replay.rankAt(walk, node.id))
  return limits !== undefined && keepsTo(replay.graph, use, limits, finding.witness ?? {})
}

interface Use {
  action: string
  with?: With
}

const doneAt = (node: Node, path: readonly (string | number)[]): Use | undefined => {
  if (node.kind === 'action') return node
  if (node.kind !== 'close') return undefined
  const option = node.options?.[Number(path[path.indexOf('options') + 1])]
  return option && 'action' in option ? option : undefined
}

/** The limits as written, of the nearest tier below that has a grant, or its own. */
function limitsOf({ policy, tiers }: Graph, action: string, rank: number) {
  const grants = policy.handbook.actions[action]?.grants ?? {}
  const tier = tiers.slice(0, rank + 1).findLast(name => Object.hasOwn(grants, name))
  return tier === undefined ? undefined : grants[tier]
}

function keepsTo({ policy }: Graph, use: Use, limits: Record<string, string>, facts: Facts): boolean {
  const params = policy.handbook.actions[use.action]!.params ?? {}
  return Object.entries(use.with ?? {}).every(([name, given]) => {
    const { type, allowedValues } = params[name]!
    const value = isSupplied(given) ? facts[given.fact] : given
    const point = value === null || value === undefined ? null : (toPoint(type, value) ?? null)
    return [allowedValues, limits[name]].every(text => {
      const parsed = text === undefined ? null : parseTest(text, type)
      return !parsed?.ok || holds(parsed.test, point)
    })
  })
}
