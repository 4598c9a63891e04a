import type { Guardrail } from '../language/handbook'
import type { Node, NodeOf } from '../language/kinds'
import type { Policy } from '../language/policy'
import type { Domain } from '../language/tests/domain'
import { Memory } from '../memory/memory'
import { readShares, TestReader, type Tests, type Unreadable } from './read-tests'

export interface GraphEdge {
  id: string
  from: string
  to: string
  /** Its place in the document's list of edges. */
  index: number
  /** The tests of an answer; a fact left out may be anything. */
  when: Tests
  otherwise: boolean
}

export interface GraphTrigger {
  node: NodeOf<'trigger'>
  when: Tests
}

/**
 * A policy with its tests read and its edges in reach of their nodes. Total: whatever cannot be read or found is left
 * out here and is a finding of the checks, so that a graph of a policy without structural errors is the whole of it.
 */
export interface Graph {
  policy: Policy
  /** Least authority first. */
  tiers: readonly string[]
  /** A tier's place in the order of authority; of a tier that does not exist, undefined. */
  rank: ReadonlyMap<string, number>
  domains: ReadonlyMap<string, Domain>
  /** The domains of an action's parameters. */
  params: ReadonlyMap<string, ReadonlyMap<string, Domain>>
  nodes: ReadonlyMap<string, Node>
  /** A node's place in the document's list. */
  indexOf: ReadonlyMap<string, number>
  /** Ways out: `otherwise` last; the rest by id, but in the drawing's order where `hit` is `first`. */
  out: ReadonlyMap<string, readonly GraphEdge[]>
  /** By priority, then id. */
  triggers: readonly GraphTrigger[]
  start: NodeOf<'start'> | null
  /** Limits by action, tier and parameter. */
  grants: ReadonlyMap<string, ReadonlyMap<string, Tests>>
  /** What has to hold for an action, and for an escalation by its node's id: one row or another. */
  requires: ReadonlyMap<string, readonly Tests[]>
  requiresToEscalate: ReadonlyMap<string, readonly Tests[]>
  guardrails: readonly { rule: Guardrail; when: Tests }[]
  unreadable: readonly Unreadable[]
  /** The entries that come from a shared handbook; their use is not this policy's to answer for. */
  shared: Shared
  /** Where what is made of it is kept, for graphs that are nearly the same. */
  memory: Memory
}

export interface Shared {
  facts: ReadonlySet<string>
  actions: ReadonlySet<string>
}
const NOTHING_SHARED: Shared = { facts: new Set(), actions: new Set() }

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Reads a policy. Never fails: see `Graph`. */
export function readGraph(
  policy: Policy,
  shared: Shared = NOTHING_SHARED,
  memory: Memory = new Memory(),
): Graph {
  const { handbook, chart } = policy
  const reader = new TestReader(handbook, memory)
  readShares(reader, policy)
  const nodes = new Map<string, Node>()
  const indexOf = new Map<string, number>()
  chart.nodes.forEach((node, index) => {
    if (nodes.has(node.id)) return
    nodes.set(node.id, node)
    indexOf.set(node.id, index)
  })
  const out = new Map<string, GraphEdge[]>([...nodes.keys()].map(id => [id, []]))
  chart.edges.forEach((edge, index) => {
    const { id, from, to } = edge
    const when = reader.row(edge.when, ['chart', 'edges', index, 'when'])
    if (nodes.has(to)) out.get(from)?.push({ id, from, to, index, when, otherwise: edge.otherwise === true })
  })
  for (const [id, edges] of out) {
    const node = nodes.get(id)
    const drawn = node?.kind === 'question' && node.hit === 'first'
    edges.sort(
      (a, b) => Number(a.otherwise) - Number(b.otherwise) || (drawn ? a.index - b.index : byText(a.id, b.id)),
    )
  }
  const triggers = [...nodes.values()]
    .filter(node => node.kind === 'trigger')
    .map(node => ({ node, when: reader.row(node.when, ['chart', 'nodes', indexOf.get(node.id)!, 'when']) }))
    .sort((a, b) => a.node.priority - b.node.priority || byText(a.node.id, b.node.id))
  const actions = Object.entries(handbook.actions)
  const grants = new Map(
    actions.map(([name, action]) => [
      name,
      new Map(
        Object.entries(action.grants ?? {}).map(([tier, limits]) => [
          tier,
          reader.row(limits, ['handbook', 'actions', name, 'grants', tier], reader.params.get(name)),
        ]),
      ),
    ]),
  )
  const requires = new Map(
    actions.map(([name, action]) => [
      name,
      (action.requires ?? []).map((row, i) => reader.row(row, ['handbook', 'actions', name, 'requires', i])),
    ]),
  )
  const requiresToEscalate = new Map(
    [...nodes.values()].flatMap(node =>
      node.kind === 'escalate'
        ? [
            [
              node.id,
              (node.requires ?? []).map((row, i) =>
                reader.row(row, ['chart', 'nodes', indexOf.get(node.id)!, 'requires', i]),
              ),
            ] as const,
          ]
        : [],
    ),
  )
  const guardrails = (handbook.guardrails ?? []).map((rule, i) => ({
    rule,
    when: reader.row(rule.when, ['handbook', 'guardrails', i, 'when']),
  }))
  const tiers = handbook.tiers.map(tier => tier.id)
  return {
    policy,
    tiers,
    rank: new Map(tiers.map((tier, i) => [tier, i])),
    domains: reader.domains,
    params: reader.params,
    nodes,
    indexOf,
    out,
    triggers,
    start: [...nodes.values()].find(node => node.kind === 'start') ?? null,
    grants,
    requires,
    requiresToEscalate,
    guardrails,
    unreadable: reader.unreadable,
    shared,
    memory,
  }
}
