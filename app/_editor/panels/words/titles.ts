import type { Fact, Source } from '@/compiler/language/fact'
import type { Handbook, When } from '@/compiler/language/handbook'
import { testWords } from '@/compiler/language/tests/words'
import { factTitle } from '../../kinds/argument-words'

export { actionTitle, factTitle, tierTitle } from '../../kinds/argument-words'

export const SOURCE_WORDS = {
  record: 'from a record',
  clock: 'from the clock',
  customer: 'from the customer',
  agent: 'the agent judges',
  team: 'from another team',
} as const satisfies Record<Source, string>

/** Where a fact comes from: "from the clock", "ask Warehouse". */
export const sourceWords = (fact: Fact) =>
  fact.source === 'team' && fact.team ? `ask ${fact.team}` : SOURCE_WORDS[fact.source]

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
