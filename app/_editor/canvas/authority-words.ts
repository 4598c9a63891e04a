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

const grantsOf = (tier: number, handbook: Handbook): Map<string, string> =>
  new Map(
    Object.keys(handbook.actions).flatMap(name => {
      const limits = limitsOf(name, tier, handbook)
      return limits ? [[name, limitWords(name, limits, handbook)] as const] : []
    }),
  )

/**
 * What a tier may do, in few words: "may: goodwill credit (25 or less), upgrade shipping, and 2 more"; above the first
 * tier what it may beyond the one below: "may also: …".
 */
export function authorityWords(tier: number, handbook: Handbook): string {
  const all = Object.keys(handbook.actions).length
  if (all === 0) return ''
  const granted = grantsOf(tier, handbook)
  if (granted.size === 0) return 'may do nothing on its own'
  if (granted.size === all && [...granted.values()].every(words => words === ''))
    return 'may do anything in the handbook'
  const below = tier > 0 ? grantsOf(tier - 1, handbook) : new Map<string, string>()
  const more = [...granted].filter(([name, words]) => below.get(name) !== words)
  if (more.length === 0) return 'may do what the tier below may'
  const said = more.slice(0, MOST).map(([name, words]) => lower(actionTitle(name, handbook)) + words)
  const rest = more.length - said.length
  return `may${below.size > 0 ? ' also' : ''}: ${said.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}
