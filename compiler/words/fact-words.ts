import type { Fact, Source } from '../language/fact'
import type { FactType } from '../runtime/values'

/** The types of facts as a policy manager calls them. */
export const TYPE_WORDS = {
  boolean: 'yes or no',
  number: 'a number',
  string: 'a text',
  date: 'a date',
  time: 'a time of day',
  'date and time': 'a date and time',
  'days and time duration': 'a length of time',
} as const satisfies Record<FactType, string>

export const SOURCE_WORDS = {
  record: 'from a record',
  clock: 'from the clock',
  customer: 'from the customer',
  agent: 'the agent judges',
  team: 'from another team',
} as const satisfies Record<Source, string>

/** Where a fact comes from: "from the clock", "ask Warehouse". */
export const sourceWords = (fact: Pick<Fact, 'source' | 'team'>) =>
  fact.source === 'team' && fact.team ? `ask ${fact.team}` : SOURCE_WORDS[fact.source]
