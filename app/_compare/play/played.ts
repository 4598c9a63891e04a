import { graphOf } from '@/app/_editor/document/graph-of'
import type { Light } from '@/app/_editor/document/showing'
import { pathLit } from '@/app/_editor/panels/walk/path-lit'
import { type Stop, stopsOf } from '@/app/_editor/panels/walk/stops'
import type { Example } from '@/compiler/compare/told/situations'
import type { Policy } from '@/compiler/language/policy'
import { type ChartResult, decideOn } from '@/compiler/meaning/decide'
import { factTitle } from '@/compiler/words/titles'

/** A case on one of the charts: its steps, or why it takes none. */
export interface Played {
  stops: Stop[]
  result: ChartResult | null
  refused: string | null
}

/** How a version decides a case, for a caller of a tier. */
export function played(policy: Policy, tier: string, facts: Example): Played {
  const graph = graphOf(policy)
  if (!graph.rank.has(tier)) return { stops: [], result: null, refused: `There is no tier ${tier} here.` }
  const { path, ...result } = decideOn(graph, tier, facts, { path: true })
  if (result.kind === 'invalid')
    return {
      stops: [],
      result,
      refused: `Not accepted. ${result.problems
        .map(({ fact, says }) => `${factTitle(fact, policy.handbook)}: ${says}.`)
        .join(' ')}`,
    }
  return { stops: stopsOf(policy, tier, facts, path!), result, refused: null }
}

/** Where one chart is at a step of the play: it stays at its end while the other goes on. */
export const stopAt = ({ stops }: Played, at: number): Stop | undefined =>
  stops[Math.min(at, stops.length - 1)]

/** The way up to a step. */
export function litAt({ stops }: Played, at: number): Light {
  const passed = stops.slice(0, at + 1)
  return pathLit({
    nodes: passed.map(({ node }) => node),
    edges: passed.flatMap(({ edge }) => edge ?? []),
  })
}

/** The first step at which the two part; `null` where they do not. */
export function partsAt(old: Played, next: Played): number | null {
  const length = Math.max(old.stops.length, next.stops.length)
  for (let at = 0; at < length; at++) if (old.stops[at]?.node !== next.stops[at]?.node) return at
  return null
}
