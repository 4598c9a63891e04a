import type { Fact } from '@/compiler/language/fact'
import type { Action, Handbook, Tier } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import type { Name } from './references'
import { references } from './rename'

/** What of a handbook part of a chart takes along where it goes. */
export interface Carried {
  /** All tiers, least authority first: the order is what a tier means. */
  tiers: Tier[]
  facts: Record<string, Fact>
  actions: Record<string, Action>
  /** Where a clock is asked. */
  timeZone?: string
}

/** Part of a chart as a document of its own, with nothing else in its handbook. */
export const partAlone = (
  nodes: Node[],
  edges: Edge[],
  { facts, actions, tiers }: Carried,
): PolicyDocument => ({
  format: 'remit/1',
  name: 'part',
  title: '',
  handbook: { tiers, facts, actions },
  chart: { nodes, edges },
})

/** The facts and actions that steps name, those that these name in turn, and so on; with the tiers. */
export function carriedBy(
  nodes: Node[],
  edges: Edge[],
  { tiers, facts, actions }: Handbook,
  timeZone?: string,
): Carried {
  const carried: Carried = { tiers, facts: {}, actions: {} }
  for (let more = true; more; ) {
    more = false
    const part = partAlone(nodes, edges, carried)
    const isNamed = (name: Name) => references(part, name).length > 0
    for (const [id, fact] of Object.entries(facts)) {
      if (id in carried.facts || !isNamed({ kind: 'fact', id })) continue
      carried.facts = { ...carried.facts, [id]: fact }
      more = true
    }
    for (const [id, action] of Object.entries(actions)) {
      if (id in carried.actions || !isNamed({ kind: 'action', id })) continue
      carried.actions = { ...carried.actions, [id]: action }
      more = true
    }
  }
  const clock = Object.values(carried.facts).some(fact => fact.source === 'clock')
  return clock && timeZone ? { ...carried, timeZone } : carried
}
