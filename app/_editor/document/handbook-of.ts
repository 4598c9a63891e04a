import type { Handbook } from '@/compiler/language/handbook'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'

/**
 * The handbook that a draft is read by: its own; or, where it takes in a shared one, the one that the last check
 * resolved, and until then what the draft adds to it.
 */
export function handbookOf({
  document,
  policy,
}: {
  document: PolicyDocument
  policy: Policy | null
}): Handbook {
  const { handbook } = document
  if ('tiers' in handbook) return handbook
  if (policy) return policy.handbook
  return { tiers: NO_TIERS, facts: handbook.facts ?? NOTHING, actions: handbook.actions ?? NOTHING }
}

// One object each, so that what is derived from them keeps its identity.
const NO_TIERS: Handbook['tiers'] = []
const NOTHING = {}
