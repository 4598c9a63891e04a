import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'

type Chart = PolicyDocument['chart']

/** Walks from some nodes, which begin at the first tier, and gives each node that it comes to its least tier. */
function walk({ nodes, edges }: Chart, tiers: Handbook['tiers'], from: readonly Node[]): Map<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const rank = new Map(tiers.map((tier, i) => [tier.id, i]))
  const out = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const list = out.get(from)
    if (list) list.push(to)
    else out.set(from, [to])
  }

  const tierOf = new Map<string, number>()
  const next: [string, number][] = from.map(node => [node.id, 0])
  while (next.length > 0) {
    const [id, arriving] = next.pop()!
    const node = byId.get(id)
    if (!node) continue
    const here = node.kind === 'escalate' ? Math.max(arriving, rank.get(node.to) ?? 0) : arriving
    const known = tierOf.get(id)
    if (known !== undefined && known <= here) continue
    tierOf.set(id, here)
    for (const to of out.get(id) ?? []) next.push([to, here])
  }
  return tierOf
}

/**
 * The tier that holds the decision at each node, as its place in the handbook: the first tier until an escalation
 * raises it, the least where several paths meet. An escalation stands with the tier that it hands over to. Nodes that
 * no case comes to are left out.
 */
export const pathTiers = ({ chart }: PolicyDocument, tiers: Handbook['tiers']): ReadonlyMap<string, number> =>
  walk(
    chart,
    tiers,
    chart.nodes.filter(node => node.kind === 'start' || node.kind === 'trigger'),
  )

/**
 * The tier whose band each node belongs to. A step that nothing leads to just now has one, too: the tier that it would
 * have if a case began there, so that the ground does not move under a line that is taken away. Notes have none.
 */
export function bandTiers(document: PolicyDocument, tiers: Handbook['tiers']): ReadonlyMap<string, number> {
  const tierOf = new Map(pathTiers(document, tiers))
  const { nodes, edges } = document.chart
  const loose = nodes.filter(node => node.kind !== 'note' && !tierOf.has(node.id))
  const ids = new Set(loose.map(node => node.id))
  const inner = edges.filter(edge => ids.has(edge.from) && ids.has(edge.to))
  const led = new Set(inner.map(edge => edge.to))
  const part = { nodes: loose, edges: inner }
  const heads = loose.filter(node => !led.has(node.id))
  for (const [id, tier] of walk(part, tiers, heads)) tierOf.set(id, tier)
  // Steps that lead to each other in a circle have no first one.
  for (const id of ids) if (!tierOf.has(id)) tierOf.set(id, 0)
  return tierOf
}
