import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'

/** What a tier may know, read off the document by its words: section "Need to know". */
export interface Sight {
  nodes: Set<string>
  edges: Set<string>
  /** Facts that are tested, asked for, or named in words. */
  facts: Set<string>
  /** Those of them on which what is decided or done depends. */
  decidedBy: Set<string>
  actions: Set<string>
}

const named = (...texts: (string | undefined)[]) =>
  texts.flatMap(text => [...(text ?? '').matchAll(/\{([^{}]+)\}/g)].map(match => match[1]!))

export function visibleTo(policy: Policy, tier: string): Sight {
  const { chart, handbook } = policy
  const rank = (name: string) => handbook.tiers.findIndex(one => one.id === name)
  const byId = new Map(chart.nodes.map(node => [node.id, node]))
  const sight: Sight = {
    nodes: new Set(),
    edges: new Set(),
    facts: new Set(),
    decidedBy: new Set(),
    actions: new Set(),
  }
  const suppliers = (given: object | undefined) =>
    Object.values(given ?? {}).flatMap(value =>
      value !== null && typeof value === 'object' ? [(value as { fact: string }).fact] : [],
    )
  const decides = (names: Iterable<string>) => {
    for (const name of names) sight.decidedBy.add(name)
  }
  const todo: Node[] = chart.nodes.filter(node => node.kind === 'start' || node.kind === 'trigger')
  while (todo.length > 0) {
    const node = todo.pop()!
    if (sight.nodes.has(node.id)) continue
    sight.nodes.add(node.id)
    if (node.kind !== 'note') for (const fact of named(node.say, node.note)) sight.facts.add(fact)
    if (node.kind === 'question') decides(node.facts)
    if (node.kind === 'trigger') decides(Object.keys(node.when))
    if (node.kind === 'action') {
      sight.actions.add(node.action)
      decides(suppliers(node.with))
    }
    if (node.kind === 'close')
      for (const option of node.options ?? []) {
        if ('say' in option) for (const fact of named(option.say)) sight.facts.add(fact)
        else {
          sight.actions.add(option.action)
          decides(suppliers(option.with))
        }
      }
    if (node.kind === 'escalate' && rank(node.to) > rank(tier)) continue
    for (const edge of chart.edges.filter(one => one.from === node.id)) {
      sight.edges.add(edge.id)
      decides(Object.keys(edge.when ?? {}))
      todo.push(byId.get(edge.to)!)
    }
  }
  for (const fact of sight.decidedBy) sight.facts.add(fact)
  // Words lead on to what they name: the words in which a fact is asked for, and the guidance to it.
  const known = [...sight.facts]
  sight.facts.clear()
  while (known.length > 0) {
    const name = known.pop()!
    const fact = handbook.facts[name]
    if (!fact || sight.facts.has(name)) continue
    sight.facts.add(name)
    known.push(...named(fact.ask, fact.guidance))
  }
  return sight
}

/** Every test of the chart on a fact. */
export const testsOn = (policy: Policy, fact: string): string[] => [
  ...new Set(
    [
      ...policy.chart.edges.map(edge => edge.when?.[fact]),
      ...policy.chart.nodes.map(node => (node.kind === 'trigger' ? node.when[fact] : undefined)),
    ].filter(text => text !== undefined),
  ),
]
