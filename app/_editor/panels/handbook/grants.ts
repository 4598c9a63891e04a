import type { Action, Handbook } from '@/compiler/language/handbook'
import { testWords } from '@/compiler/language/tests/words'

export interface Held {
  limits: Record<string, string>
  /** The tier whose grant it is: the tier itself, or the nearest one below. */
  from: string
}

/** What a tier may do with an action: its own grant, else that of the nearest tier below; null where it may not. */
export function grantOf(action: Action, tiers: Handbook['tiers'], tier: string): Held | null {
  const rank = tiers.findIndex(each => each.id === tier)
  for (let i = rank; i >= 0; i--) {
    const from = tiers[i]!.id
    const limits = action.grants?.[from]
    if (limits) return { limits, from }
  }
  return null
}

/** A grant in words: "without limit", "25 or less", "amount 25 or less, reason gold". */
export function grantWords(action: Action, limits: Record<string, string>): string {
  const params = action.params ?? {}
  const known = Object.entries(limits).flatMap(([name, test]) => {
    const param = params[name]
    const words = param ? testWords(test, param.type) : test
    return words === 'anything' ? [] : [{ title: param?.title || name, words }]
  })
  if (known.length === 0) return Object.keys(params).length > 0 ? 'without limit' : 'may'
  if (Object.keys(params).length === 1) return known[0]!.words
  return known.map(({ title, words }) => `${title}: ${words}`).join(', ')
}
