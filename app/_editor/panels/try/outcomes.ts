import { visibleTo } from '@/compiler/1-graph/visible'
import type { NodeKind } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import type { WalkPath } from '@/compiler/meaning/decide'
import { graphOf } from '../../document/graph-of'
import { nodeTitle } from '../../kinds'

/** What a call may be wished to come to, in the order in which one thinks of it. */
const GROUPS = {
  action: 'Do',
  escalate: 'Hand on',
  close: 'Close',
  question: 'Come to the question',
  trigger: 'Begin at the magic word',
} as const satisfies Partial<Record<NodeKind, string>>

/** The steps that a tier may come to and this call did not, in groups for a list. */
export function outcomesOf(policy: Policy, tier: string, { nodes }: WalkPath) {
  const graph = graphOf(policy)
  const reached = visibleTo(graph, graph.rank.get(tier) ?? 0).reached
  const open = [...new Set(reached.map(({ node }) => node))].filter(({ id }) => !nodes.includes(id))
  const titles = open.map(node => nodeTitle(node, policy.handbook))
  /** Steps of one title are told apart by what leads to them. */
  const after = (id: string) => {
    const from = policy.chart.edges.find(({ to }) => to === id)?.from
    const node = from === undefined ? undefined : graph.nodes.get(from)
    return node ? `, after “${nodeTitle(node, policy.handbook)}”` : ''
  }
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[])
    .map(kind => ({
      group: GROUPS[kind],
      items: open.flatMap((node, i) => {
        if (node.kind !== kind) return []
        const title = titles[i]!
        const alone = titles.filter(other => other === title).length === 1
        return [{ value: node.id, label: alone ? title : `${title}${after(node.id)}` }]
      }),
    }))
    .filter(({ items }) => items.length > 0)
}
