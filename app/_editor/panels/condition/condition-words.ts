import { domainOf, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { equalSets } from '@/compiler/language/tests/value-set'
import { parsedTestWords } from '@/compiler/language/tests/words'
import type { FactType } from '@/compiler/runtime/values'
import { toForm } from './form'
import type { Tested } from './form-props'
import { readCondition } from './read-condition'

/** A condition as a cell shows it. */
export interface Shown {
  /** Empty where anything passes. */
  words: string
  /** `words`: as a form could say it. `code`: S-FEEL that has no form. `unread`: what is written there is no condition. */
  as: 'words' | 'code' | 'unread'
}

/** The words of a condition, or its S-FEEL where words would not be clear. */
export function showCondition(text: string | undefined, fact: Tested, timeZone?: string): Shown {
  if (text === undefined) return { words: '', as: 'words' }
  const parsed = parseTest(text, fact.type)
  if (!parsed.ok) return { words: text, as: 'unread' }
  if (parsed.test.is === 'any') return { words: '', as: 'words' }
  return toForm(parsed.test, fact.type)
    ? { words: parsedTestWords(parsed.test, fact.type, timeZone), as: 'words' }
    : { words: text, as: 'code' }
}

/**
 * The condition as text that reads back as the same condition: its words, which other programs can show to people, and
 * its S-FEEL where the words would come back as something else.
 */
export function spellCondition(text: string | undefined, fact: Tested, timeZone?: string): string {
  const { words, as } = showCondition(text, fact, timeZone)
  if (text === undefined || as !== 'words' || words === '') return words
  const back = readCondition(words, fact, timeZone)
  return back.ok && sameCondition(back.text ?? '-', text, fact.type) ? words : text
}

/** Whether the same values pass both, whatever the fact's domain. */
export function sameCondition(a: string, b: string, type: FactType): boolean {
  if (a === b) return true
  const domain = domainOf({ type, mayBeUnknown: true })
  const [one, two] = [a, b].map(text => parseTest(text, type))
  return Boolean(one?.ok && two?.ok && equalSets(setOf(one.test, domain), setOf(two.test, domain)))
}
