import { type Graph, readGraph } from '@/compiler/1-graph/graph'
import type { Policy } from '@/compiler/language/policy'
import { decideOn, type WalkPath } from '@/compiler/meaning/decide'
import type { Facts } from '@/compiler/runtime/result'

const graphs = new WeakMap<Policy, Graph>()

/** The graph of a policy, read once; of a policy with structural errors it is not the whole. */
export function graphOf(policy: Policy): Graph {
  const known = graphs.get(policy)
  if (known) return known
  const graph = readGraph(policy)
  graphs.set(policy, graph)
  return graph
}

/** The way of a case. The policy has to be one without structural errors. */
export const pathOf = (policy: Policy, tier: string, facts: Facts): WalkPath =>
  decideOn(graphOf(policy), tier, facts, { path: true }).path!
