import type { Policy } from '../language/policy'

/** What is only in the newer version, only in the older one, and in both but not alike; by id. */
export interface PartChanges {
  added: string[]
  removed: string[]
  changed: string[]
}

export interface DocumentChanges {
  facts: PartChanges
  tiers: PartChanges
  actions: PartChanges
  guardrails: PartChanges
  scenarios: PartChanges
  /** Nodes and edges; where a node stands on the canvas makes no difference. */
  chart: PartChanges
}

/** What differs between two documents, whatever it does to decisions. */
export const documentChanges = (old: Policy, next: Policy): DocumentChanges => ({
  facts: partChanges(Object.entries(old.handbook.facts), Object.entries(next.handbook.facts)),
  tiers: partChanges(listed(old.handbook.tiers), listed(next.handbook.tiers)),
  actions: partChanges(Object.entries(old.handbook.actions), Object.entries(next.handbook.actions)),
  guardrails: partChanges(listed(old.handbook.guardrails), listed(next.handbook.guardrails)),
  scenarios: partChanges(titled(old), titled(next)),
  chart: partChanges(drawn(old), drawn(next)),
})

const listed = <T extends { id: string }>(list: readonly T[] = []): [string, unknown][] =>
  list.map(each => [each.id, each])

/** Scenarios have no ids; where two share a title, they are told apart by their number. */
function titled({ scenarios = [] }: Policy): [string, unknown][] {
  const seen = new Map<string, number>()
  return scenarios.map(scenario => {
    const count = (seen.get(scenario.title) ?? 0) + 1
    seen.set(scenario.title, count)
    return [count === 1 ? scenario.title : `${scenario.title} (${count})`, scenario]
  })
}

const drawn = ({ chart }: Policy): [string, unknown][] => [
  ...chart.nodes.map(({ position: _, ...node }): [string, unknown] => [node.id, node]),
  ...listed(chart.edges),
]

function partChanges(old: readonly [string, unknown][], next: readonly [string, unknown][]): PartChanges {
  const [before, after] = [new Map(old), new Map(next)]
  const both = [...before.keys()].filter(name => after.has(name))
  return {
    added: [...after.keys()].filter(name => !before.has(name)).sort(),
    removed: [...before.keys()].filter(name => !after.has(name)).sort(),
    changed: both.filter(name => !alike(before.get(name), after.get(name))).sort(),
  }
}

/** Whether two parts of documents say the same; the order of keys makes no difference. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [p, q] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(p).filter(key => p[key] !== undefined)
  return (
    keys.length === Object.keys(q).filter(key => q[key] !== undefined).length &&
    keys.every(key => Object.hasOwn(q, key) && alike(p[key], q[key]))
  )
}
