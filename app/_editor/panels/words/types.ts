import type { FactType } from '@/compiler/runtime/values'

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
