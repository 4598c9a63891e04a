import type { Policy } from '@/compiler/language/policy'
import { playOnce } from './plays'

/** How many scenarios take each line of the chart; in the order of the document. */
export type Coverage = ReadonlyMap<string, number>

const found = new WeakMap<Policy, Coverage>()

/** Counted once for each policy, by playing its scenarios. */
export function coverageOf(policy: Policy): Coverage {
  const known = found.get(policy)
  if (known) return known
  const counts = new Map(policy.chart.edges.map(({ id }) => [id, 0]))
  for (const scenario of policy.scenarios ?? [])
    for (const edge of new Set(playOnce(policy, scenario)?.edges))
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
  found.set(policy, counts)
  return counts
}

/** The lines that no scenario takes. */
export const untaken = (coverage: Coverage): string[] =>
  [...coverage].flatMap(([edge, count]) => (count === 0 ? [edge] : []))
