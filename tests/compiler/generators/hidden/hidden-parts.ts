import type { Node, NodeKind, NodeOf } from '@/compiler/language/kinds'
import type { Edge, Policy } from '@/compiler/language/policy'
import type { Dice } from '../dice'
import { type Sight, visibleTo } from '../visible'

/** A copy of a policy that may be changed in place, with what a tier sees of it and what it does not. */
export interface Hidden {
  dice: Dice
  policy: Policy
  tier: string
  sight: Sight
  /** Steps without remarks, lines, facts, actions and tiers that the tier must not be able to notice. */
  nodes: Node[]
  edges: Edge[]
  facts: string[]
  actions: string[]
  tiers: string[]
}

/** A change in place; it does nothing where the policy has nothing of the kind. */
export type Change = (hidden: Hidden) => void

export function hiddenFrom(dice: Dice, policy: Policy, tier: string): Hidden {
  const sight = visibleTo(policy, tier)
  const { chart, handbook } = policy
  const ids = handbook.tiers.map(one => one.id)
  const named = new Set(
    chart.nodes.flatMap(node => (node.kind === 'escalate' && sight.nodes.has(node.id) ? [node.to] : [])),
  )
  return {
    dice,
    policy,
    tier,
    sight,
    nodes: chart.nodes.filter(node => node.kind !== 'note' && !sight.nodes.has(node.id)),
    edges: chart.edges.filter(edge => !sight.edges.has(edge.id)),
    facts: Object.keys(handbook.facts).filter(name => !sight.facts.has(name)),
    actions: Object.keys(handbook.actions).filter(name => !sight.actions.has(name)),
    tiers: ids.slice(ids.indexOf(tier) + 1).filter(id => !named.has(id)),
  }
}

export const ofKind = <K extends NodeKind>(nodes: readonly Node[], kind: K) =>
  nodes.filter(node => node.kind === kind) as NodeOf<K>[]

/** One of the items, where there is one. */
export const one = <T>(dice: Dice, items: readonly T[]): T | undefined =>
  items.length > 0 ? dice.pick(items) : undefined

/** Whether anything but its own entry names the fact or action. */
export function isNamed({ chart, handbook, scenarios }: Policy, kind: 'facts' | 'actions', name: string) {
  const { [name]: _, ...others } = handbook[kind]
  const text = JSON.stringify([chart, scenarios ?? [], { ...handbook, [kind]: others }])
  return text.includes(`"${name}"`) || text.includes(`{${name}}`)
}

/** The steps that can be come to from a step, itself included. */
export function below({ chart }: Policy, id: string): Set<string> {
  const seen = new Set<string>()
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const edge of chart.edges) if (edge.from === at) open.push(edge.to)
  }
  return seen
}

/** Steps to which a line from here may lead: cycles and entries left out. */
export const targets = (policy: Policy, from: string): Node[] =>
  policy.chart.nodes.filter(
    node =>
      node.kind !== 'start' &&
      node.kind !== 'trigger' &&
      node.kind !== 'note' &&
      !below(policy, node.id).has(from),
  )
