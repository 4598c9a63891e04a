import type { Policy, Scenario } from '@/compiler/language/policy'
import { type Played, playOn } from '@/compiler/meaning/play'
import { graphOf } from '../../document/graph-of'

export type { Played }

const played = new WeakMap<Policy, WeakMap<Scenario, Played | null>>()

/** A scenario played on a policy, once for each pair; null where the chart is too broken to be followed. */
export function playOnce(policy: Policy, scenario: Scenario): Played | null {
  const known = played.get(policy) ?? new WeakMap<Scenario, Played | null>()
  played.set(policy, known)
  const found = known.get(scenario)
  if (found !== undefined) return found
  const result = attempt(policy, scenario)
  known.set(scenario, result)
  return result
}

function attempt(policy: Policy, scenario: Scenario): Played | null {
  try {
    return playOn(graphOf(policy), scenario)
  } catch {
    // Charts with structural errors cannot be followed; the findings say which ones they are.
    return null
  }
}
