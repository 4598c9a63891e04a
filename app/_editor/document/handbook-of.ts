import type { Handbook } from '@/compiler/language/handbook'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import { type SharedHandbooks, takenIn, withShared } from './taken-in'

/**
 * The handbook that a draft is read by: its own; or, where it takes in a shared one, both together. Until that is here,
 * the one that the last check resolved, and until then what the draft adds to it.
 */
export function handbookOf({
  document,
  policy,
  shared = NO_SHARED,
}: {
  document: PolicyDocument
  policy: Policy | null
  shared?: SharedHandbooks
}): Handbook {
  const { handbook } = document
  if ('tiers' in handbook) return handbook
  const taken = takenIn(document, shared)
  if (taken) return withShared(handbook, taken)
  if (policy) return policy.handbook
  return { tiers: NO_TIERS, facts: handbook.facts ?? NOTHING, actions: handbook.actions ?? NOTHING }
}

// One object each, so that what is derived from them keeps its identity.
const NO_TIERS: Handbook['tiers'] = []
const NOTHING = {}
const NO_SHARED: SharedHandbooks = {}
