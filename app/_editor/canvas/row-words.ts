import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import { valueWords } from '@/compiler/language/tests/value-words'
import { testWords } from '@/compiler/language/tests/words'
import { type JsonValue, toPoint } from '@/compiler/runtime/values'
import { factTitle } from '../kinds/argument-words'

type When = Record<string, string>

/** The tests of an answer in words, joined by a dot. Where several facts decide, a yes or no says to what. */
export function whenWords(
  when: When,
  node: NodeOf<'question'>,
  handbook: Handbook,
  timeZone?: string,
): string {
  const names = [
    ...node.facts.filter(name => when[name] !== undefined),
    ...Object.keys(when).filter(name => !node.facts.includes(name)),
  ]
  const words = names.map(name => {
    const fact = handbook.facts[name]
    const text = when[name] ?? ''
    const said = fact ? testWords(text, fact.type, timeZone) : text
    const named = (node.facts.length > 1 && fact?.type === 'boolean') || !node.facts.includes(name)
    return named ? `${factTitle(name, handbook)}: ${said}` : said
  })
  return words.filter(word => word !== '').join(' · ') || 'anything'
}

/** Concrete facts in words, those of the question only: where a gap's example lies. */
export function witnessWords(
  witness: Record<string, JsonValue>,
  node: NodeOf<'question'>,
  handbook: Handbook,
  timeZone?: string,
): string {
  const words = node.facts.flatMap(name => {
    const fact = handbook.facts[name]
    if (!fact || !(name in witness)) return []
    const value = witness[name] ?? null
    const point = value === null ? null : toPoint(fact.type, value)
    if (point === undefined) return []
    const said = valueWords(fact.type, point, timeZone)
    return [fact.type === 'boolean' ? `${factTitle(name, handbook)}: ${said}` : said]
  })
  return words.join(' · ')
}
