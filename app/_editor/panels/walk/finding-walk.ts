import type { Finding } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import type { WalkPath } from '@/compiler/meaning/decide'
import type { Facts } from '@/compiler/runtime/result'
import { graphOf, pathOf } from '../../document/graph-of'
import { type Stop, stopsOf } from './stops'

/** A finding's example as a walk, up to where it goes wrong. */
export interface FindingWalk {
  facts: Facts
  stops: Stop[]
}

/** Whose call shows the finding: a scenario's and a guardrail's own tier, else the highest one that comes there. */
function tiersFor({ code, path }: Finding, policy: Policy): string[] {
  const own =
    code === 'scenario'
      ? policy.scenarios?.[Number(path?.[1])]?.tier
      : code === 'guardrail'
        ? policy.handbook.guardrails?.[Number(path?.[2])]?.tier
        : undefined
  const all = policy.handbook.tiers.map(({ id }) => id).reverse()
  return own === undefined ? all : [own, ...all]
}

/** Where a finding is: the last of its steps that the walk comes to, else the end of the walk. */
function wrongAt({ nodes }: Finding, path: WalkPath): number {
  const last = nodes?.findLast(id => path.nodes.includes(id))
  return last === undefined ? path.nodes.length - 1 : path.nodes.indexOf(last)
}

/** The walk of a finding's example; null where it has none. The policy has to be one without structural errors. */
export function findingWalk(finding: Finding, policy: Policy | null): FindingWalk | null {
  const { witness: facts, nodes } = finding
  if (!facts || !policy) return null
  const about = nodes?.at(-1)
  let found: { tier: string; path: WalkPath } | null = null
  for (const tier of tiersFor(finding, policy)) {
    if (!graphOf(policy).rank.has(tier)) continue
    const path = pathOf(policy, tier, facts)
    found ??= { tier, path }
    if (about === undefined || !path.nodes.includes(about)) continue
    found = { tier, path }
    break
  }
  if (!found) return null
  const end = wrongAt(finding, found.path)
  return { facts, stops: stopsOf(policy, found.tier, facts, found.path).slice(0, end + 1) }
}
