import type { Policy, Scenario } from '@/compiler/language/policy'
import { decide } from '@/compiler/meaning/decide'
import { play } from '@/compiler/meaning/play'

export type Played = ReturnType<typeof play>

const played = new WeakMap<Policy, WeakMap<Scenario, Played | null>>()

/** A scenario played on a policy, once for each pair; null where the chart is too broken to be followed. */
export function playOnce(policy: Policy, scenario: Scenario): Played | null {
  const known = played.get(policy) ?? new WeakMap<Scenario, Played | null>()
  played.set(policy, known)
  const found = known.get(scenario)
  if (found !== undefined) return found
  const result = attempt(() => play(policy, scenario))
  known.set(scenario, result)
  return result
}

function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch {
    // Charts with structural errors cannot be followed; the findings say which ones they are.
    return null
  }
}

/** The facts that people are asked for in this case, in order: what a machine supplies, nobody is asked for. */
export function askedIn(policy: Policy, scenario: Scenario): string[] {
  const { facts } = policy.handbook
  const silent = (id: string) =>
    facts[id]?.volunteered || facts[id]?.source === 'record' || facts[id]?.source === 'clock'
  const known = Object.fromEntries(Object.entries(scenario.facts).filter(([id]) => silent(id)))
  const asked: string[] = []
  for (;;) {
    const result = attempt(() => decide(policy, scenario.tier, known))
    if (result?.kind !== 'ask') return asked
    const { fact } = result
    if (fact in known || !(fact in scenario.facts)) return asked
    known[fact] = scenario.facts[fact] ?? null
    asked.push(fact)
  }
}
