import type { Handbook, When } from '../language/handbook'
import { testWords } from '../language/tests/words'
import { factTitle } from './titles'

/** Tests over several facts in words; `alone` is the one fact that needs no naming, since its question asks for it. */
export function whenWords(when: When, handbook: Handbook, alone?: string, timeZone?: string): string {
  const parts = Object.entries(when).flatMap(([id, text]) => {
    const type = handbook.facts[id]?.type
    const words = type ? testWords(text, type, timeZone) : text
    if (words === 'anything') return []
    if (id === alone) return [words]
    const title = factTitle(id, handbook)
    if (type === 'boolean' && words === 'yes') return [title]
    return [`${title}: ${words}`]
  })
  return parts.length === 0 ? 'anything' : parts.join('; ')
}
