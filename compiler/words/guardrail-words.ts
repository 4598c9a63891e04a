import type { Guardrail, Handbook, OutcomePattern } from '../language/handbook'
import { actionTitle, tierTitle } from './titles'
import { whenWords } from './when-words'

const MODES = { consult: 'asking', transfer: 'a transfer', callback: 'a call back' } as const

function patternWords(pattern: OutcomePattern, handbook: Handbook): string {
  const parts: string[] = []
  if (pattern.end === 'close' && !pattern.result) parts.push('closed')
  if (pattern.result) parts.push(pattern.result)
  if (pattern.end === 'escalate' || pattern.to || pattern.mode) {
    const to = pattern.to ? ` to ${tierTitle(pattern.to, handbook)}` : ''
    parts.push(pattern.mode ? `escalated${to} by ${MODES[pattern.mode]}` : `escalated${to}`)
  }
  if (pattern.action) parts.push(`given “${actionTitle(pattern.action, handbook)}”`)
  if (pattern.options !== undefined) parts.push(pattern.options ? 'offered something' : 'offered nothing')
  return parts.join(' and ') || 'anything'
}

/** A guardrail as a sentence: "Health or safety issue: never declined". */
export function guardrailWords(rule: Guardrail, handbook: Handbook): string {
  const when = whenWords(rule.when, handbook)
  const [word, pattern] = rule.never ? ['never', rule.never] : ['always', rule.always ?? {}]
  const at = rule.tier ? ` (at ${tierTitle(rule.tier, handbook)})` : ''
  return `${when === 'anything' ? 'In every case' : when}: ${word} ${patternWords(pattern, handbook)}${at}`
}
