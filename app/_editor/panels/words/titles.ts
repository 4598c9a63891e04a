import type { Fact, Source } from '@/compiler/language/fact'

export { actionTitle, factTitle, tierTitle } from '@/compiler/words/titles'
export { whenWords } from '@/compiler/words/when-words'

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
