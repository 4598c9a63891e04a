import fc from 'fast-check'
import { readGraph } from '@/compiler/1-graph/graph'
import { CHECKS } from '@/compiler/2-checks/index'
import { compile } from '@/compiler/compile'
import { finding, isUnsound } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import { type Dice, dice } from '../dice'
import { drafts, isPublishable } from '../random-policy'
import { HIDDEN_CHANGES, hiddenly } from './hidden-changes'
import { hiddenFrom } from './hidden-parts'

/** A policy, and another one that differs from it only in what a tier cannot see. */
export interface Pair {
  policy: Policy
  changed: Policy
  tier: string
  changes: string[]
  /**
   * Whether the other one could be published, too; else it is one whose chart can be followed, with an error in it. Found
   * out for some only, since it takes longer than all the rest: undefined for others.
   */
  publishable?: boolean
}

/** Policies with something to hide: publishable ones of more than one tier, most with a chart behind an escalation. */
export const secretive = (): fc.Arbitrary<Policy> =>
  fc
    .tuple(
      drafts().filter(policy => policy.handbook.tiers.length > 1 && isPublishable(policy)),
      dice(),
    )
    .map(([policy, at]) => {
      const richer = structuredClone(policy)
      for (let n = at.pick([0, 1, 1, 2]); n > 0; n--)
        HIDDEN_CHANGES['another chart behind an escalation']!(
          hiddenFrom(at, richer, at.pick(policy.handbook.tiers).id),
        )
      if (at.chance(40)) HIDDEN_CHANGES['a tier on top']!(hiddenFrom(at, richer, 'T1'))
      return isPublishable(richer) ? richer : policy
    })

/** For each tier of a policy some others that it must not be able to tell from it. */
export function* pairsOf(dice: Dice, policy: Policy, each: number): Generator<Pair> {
  for (const { id: tier } of policy.handbook.tiers)
    for (let n = 0; n < each; n++) {
      const { changed, changes } = hiddenly(dice, policy, tier)
      if (changes.length === 0) continue
      if (!canBeFollowed(changed)) continue
      yield {
        policy,
        changed,
        tier,
        changes,
        ...(dice.chance(10) && { publishable: isPublishable(changed) }),
      }
    }
}

/** Whether its chart has no error of structure: then it has a meaning, and can be compiled for every tier. */
function canBeFollowed(policy: Policy): boolean {
  const graph = readGraph(policy)
  return !CHECKS.some(
    each =>
      each.about === 'structure' &&
      each.find(graph).length > 0 &&
      isUnsound(finding(each.code, { message: '' })),
  )
}

/** An artifact as it is sent, its members in their order. */
export const bytesOf = (policy: Policy, tier: string): string => JSON.stringify(compile(policy, tier))
