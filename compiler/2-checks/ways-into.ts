import type { Graph } from '../1-graph/graph'
import { once, onceFor } from '../memory/once'

/** By node, those that lead to it, looked up once; two answers of one question count twice. */
export const waysInto = onceFor((graph: Graph): ReadonlyMap<string, readonly string[]> => {
  const into = new Map<string, string[]>()
  for (const [from, edges] of graph.out) for (const { to } of edges) once(into, to, () => []).push(from)
  return into
})

/** All nodes from which the chart leads to one, without itself. */
export function allBefore(graph: Graph, id: string): ReadonlySet<string> {
  const into = waysInto(graph)
  const before = new Set<string>()
  const open = [...(into.get(id) ?? [])]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (before.has(at) || at === id) continue
    before.add(at)
    open.push(...(into.get(at) ?? []))
  }
  return before
}
