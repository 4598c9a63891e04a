import type { Handbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/**
 * The tier that holds the decision at each node, as its place in the handbook: the first tier until an escalation
 * raises it, the least where several paths meet. An escalation stands with the tier that it hands over to. Nodes that
 * no case comes to are left out.
 */
export function pathTiers(
  { chart: { nodes, edges } }: PolicyDocument,
  tiers: Handbook['tiers'],
): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const rank = new Map(tiers.map((tier, i) => [tier.id, i]))
  const out = new Map<string, string[]>()
  for (const { from, to } of edges) out.set(from, [...(out.get(from) ?? []), to])

  const tierOf = new Map<string, number>()
  const next: [string, number][] = nodes
    .filter(node => node.kind === 'start' || node.kind === 'trigger')
    .map(node => [node.id, 0])
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
