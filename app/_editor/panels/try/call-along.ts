import type { Policy } from '@/compiler/language/policy'
import { whyNot } from '@/compiler/why-not/why-not'
import { graphOf } from '../../document/graph-of'
import type { Call } from '../../document/showing'

/** A call that takes a line, by the first tier that comes there; null where no case does. */
export function callAlong(policy: Policy, edge: string): Call | null {
  for (const { id } of policy.handbook.tiers) {
    const found = whyNot(graphOf(policy), id, {}, { edge })
    if (found.kind === 'near')
      return {
        tier: id,
        moves: Object.entries(found.facts).map(([fact, value]) => ({ told: { [fact]: value } })),
      }
  }
  return null
}
