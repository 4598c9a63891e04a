import type { Tables } from '../4-table/tables'
import type { Policy } from '../language/policy'
import type { Artifact } from '../runtime/artifact'
import { type Diff, diffOf, retypedFor } from './diff'

/** Two versions compared for every tier that either has, in the order of authority. */
export interface Compared {
  old: Policy
  next: Policy
  tiers: Record<string, Diff>
  /** Whether every tier's table is the same to the last character: then nothing at all changes for whoever decides by it. */
  sameTables: boolean
  /** Facts whose values are of different kinds in both, where some tier sees them: what depends on them is no change of it. */
  retyped: string[]
}

/** The tiers of two versions: those of the newer one in its order, those that are no longer there behind them. */
export const tiersOfBoth = (old: Policy, next: Policy): string[] => [
  ...new Set([...next.handbook.tiers, ...old.handbook.tiers].map(({ id }) => id)),
]

export interface CompareOptions {
  /** One tier alone. */
  only?: string
  /** Is told before each tier, since one may take a while. */
  onTier?: (tier: string, index: number, of: number) => void
}

/**
 * Compares two versions without errors, for all tiers or for one.
 *
 * @throws TooLarge, TooDifferent beyond the limits.
 */
export function compareAll(old: Tables, next: Tables, { only, onTier }: CompareOptions = {}): Compared {
  const names = only === undefined ? tiersOfBoth(old.graph.policy, next.graph.policy) : [only]
  const tiers: Record<string, Diff> = {}
  names.forEach((tier, i) => {
    onTier?.(tier, i, names.length)
    tiers[tier] = diffOf(old, next, tier)
  })
  const same = Object.values(tiers).every(each => each.same)
  return {
    old: old.graph.policy,
    next: next.graph.policy,
    tiers,
    // Where something is decided otherwise the tables cannot be the same: they need not be printed to know.
    retyped: [...new Set(names.flatMap(tier => (tiers[tier]!.same ? [] : retypedFor(old, next, tier))))],
    sameTables: same && names.every(tier => alike(artifactOf(old, tier), artifactOf(next, tier))),
  }
}

function artifactOf(tables: Tables, tier: string): Artifact | null {
  const artifact = tables.graph.rank.has(tier) ? tables.artifact(tier) : null
  return artifact instanceof Error ? null : artifact
}

/** The hash is of all of a table but for itself; the policy's name is no part of what is decided, but of the hash. */
const alike = (a: Artifact | null, b: Artifact | null) => a !== null && b !== null && a.hash === b.hash
