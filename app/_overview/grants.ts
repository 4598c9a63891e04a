import type { Action, Handbook } from '@/compiler/language/handbook'
import { limits } from '../_versions/authority'

/**
 * What a tier may do of an action, in words: its limits, or “without limit”; null where it may not. A tier without a
 * grant of its own has that of the nearest tier below.
 */
export function mayDo(action: Action, { tiers }: Pick<Handbook, 'tiers'>, at: number): string | null {
  for (let i = at; i >= 0; i--) {
    const grant = action.grants?.[tiers[i]!.id]
    if (grant) return limits(action, grant).join(', ') || 'without limit'
  }
  return null
}
