import type { Policy } from '@/compiler/language/policy'
import type { Dice } from '../dice'
import { type Change, hiddenFrom } from './hidden-parts'
import { TO_CHART } from './to-chart'
import { TO_DOCUMENT } from './to-document'
import { TO_FACTS } from './to-facts'
import { TO_HANDBOOK } from './to-handbook'

/** Edits of a policy that a tier must not be able to notice, by their names. */
export const HIDDEN_CHANGES: Record<string, Change> = {
  ...TO_FACTS,
  ...TO_HANDBOOK,
  ...TO_CHART,
  ...TO_DOCUMENT,
}

const NAMES = Object.keys(HIDDEN_CHANGES)
/** Those of the drawing and its facts find something to change less often, and go deepest. */
const DEEP = [...Object.keys(TO_CHART), ...Object.keys(TO_FACTS)]

/**
 * A policy that differs from the given one in what the tier cannot see, and the changes that touched something. What
 * was hidden stays hidden, so that one change may build on another.
 */
export function hiddenly(dice: Dice, policy: Policy, tier: string): { changed: Policy; changes: string[] } {
  const changed = structuredClone(policy)
  const changes: string[] = []
  let text = JSON.stringify(changed)
  for (let n = dice.pick([1, 1, 1, 2, 3, 5]); n > 0; n--) {
    const name = dice.pick(dice.chance(50) ? DEEP : NAMES)
    HIDDEN_CHANGES[name]!(hiddenFrom(dice, changed, tier))
    const after = JSON.stringify(changed)
    if (after !== text) changes.push(name)
    text = after
  }
  return { changed, changes }
}
