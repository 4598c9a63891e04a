import type { Node } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { inOrder } from '../document/ways-out'

/** The nodes as a case walks through them, answers top to bottom; then those that no case comes to. Tab follows it. */
export function readingOrder({ chart }: PolicyDocument): Node[] {
  const byId = new Map(chart.nodes.map(node => [node.id, node]))
  const ways = new Map<string, Edge[]>()
  for (const edge of chart.edges) {
    const list = ways.get(edge.from)
    if (list) list.push(edge)
    else ways.set(edge.from, [edge])
  }
  const seen = new Set<string>()
  const order: Node[] = []
  const walk = (first: Node) => {
    const next = [first.id]
    while (next.length > 0) {
      const id = next.pop()!
      const node = byId.get(id)
      if (!node || seen.has(id)) continue
      seen.add(id)
      order.push(node)
      const out = inOrder(ways.get(id) ?? [])
      next.push(...out.map(edge => edge.to).reverse())
    }
  }
  for (const kind of ['start', 'trigger'] as const)
    for (const node of chart.nodes) if (node.kind === kind) walk(node)
  for (const node of chart.nodes) walk(node)
  return order
}
