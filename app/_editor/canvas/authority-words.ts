import type { Handbook } from '@/compiler/language/handbook'
import { testWords } from '@/compiler/language/tests/words'
import { actionTitle } from '../kinds/argument-words'

/** A tier without a grant of its own has that of the nearest tier below. */
function limitsOf(action: string, tier: number, { actions, tiers }: Handbook): Record<string, string> | null {
  const grants = actions[action]?.grants ?? {}
  for (let i = tier; i >= 0; i--) {
    const grant = grants[tiers[i]?.id ?? '']
    if (grant) return grant
  }
  return null
}

function limitWords(action: string, limits: Record<string, string>, { actions }: Handbook): string {
  const words = Object.entries(limits).flatMap(([name, test]) => {
    const type = actions[action]?.params?.[name]?.type
    return type ? [testWords(test, type)] : []
  })
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

const lower = (title: string) =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

const MOST = 3

/** What a tier may do, in few words: "may goodwill credit (25 or less), upgrade shipping and 2 more". */
export function authorityWords(tier: number, handbook: Handbook): string {
  const names = Object.keys(handbook.actions)
  if (names.length === 0) return ''
  const granted = names.flatMap(name => {
    const limits = limitsOf(name, tier, handbook)
    return limits ? [{ name, words: limitWords(name, limits, handbook) }] : []
  })
  if (granted.length === 0) return 'may do nothing on its own'
  if (granted.length === names.length && granted.every(({ words }) => words === ''))
    return 'may do anything in the handbook'
  const said = granted.slice(0, MOST).map(({ name, words }) => lower(actionTitle(name, handbook)) + words)
  const more = granted.length - said.length
  return `may: ${said.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}
