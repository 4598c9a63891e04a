import type { FactType, Point } from '../../runtime/values'
import { parseTest } from './parse'
import type { Test, TestItem } from './test'
import { valueWords } from './value-words'

const LAST_SECOND = 86_399

/** "a", "a or b", "a, b or c". */
const orList = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`

type Compare = Extract<TestItem, { is: 'compare' }>
type Interval = Extract<TestItem, { is: 'interval' }>

interface Phrases {
  compare: Record<Compare['op'], (value: string) => string>
  interval: (low: string, lowOpen: boolean, high: string, highOpen: boolean) => string
}

/** Amounts are less or more. */
const AMOUNT: Phrases = {
  compare: {
    '<': value => `less than ${value}`,
    '<=': value => `${value} or less`,
    '>': value => `more than ${value}`,
    '>=': value => `${value} or more`,
  },
  interval: (low, lowOpen, high, highOpen) =>
    lowOpen || highOpen
      ? `${lowOpen ? 'more than' : 'at least'} ${low} and ${highOpen ? 'less than' : 'at most'} ${high}`
      : `between ${low} and ${high}`,
}

/** Moments are before or after. */
const MOMENT: Phrases = {
  compare: {
    '<': value => `before ${value}`,
    '<=': value => `until ${value}`,
    '>': value => `after ${value}`,
    '>=': value => `from ${value} on`,
  },
  interval: (low, lowOpen, high, highOpen) => {
    if (lowOpen) return `after ${low} and ${highOpen ? 'before' : 'until'} ${high}`
    return highOpen ? `from ${low} up to ${high}` : `from ${low} to ${high}`
  },
}

/** A day is on the calendar or not, so an end that is left out is the day next to it. */
function closedDays(item: Interval): Interval {
  return {
    ...item,
    low: (item.low as number) + (item.lowOpen ? 1 : 0),
    lowOpen: false,
    high: (item.high as number) - (item.highOpen ? 1 : 0),
    highOpen: false,
  }
}

function intervalWords(item: Interval, type: FactType, timeZone?: string): string {
  const say = (value: Point) => valueWords(type, value, timeZone)
  if (type === 'time') {
    const toMidnight = item.high === LAST_SECOND && !item.highOpen
    if (item.low === 0 && !item.lowOpen) {
      if (toMidnight) return 'at any time'
      return MOMENT.compare[item.highOpen ? '<' : '<='](say(item.high))
    }
    if (toMidnight) return `${item.lowOpen ? 'after ' : ''}${say(item.low)} to midnight`
  }
  const days = type === 'date' ? closedDays(item) : item
  if (type === 'date' && days.low === days.high) return say(days.low)
  const phrases = type === 'number' || type === 'days and time duration' ? AMOUNT : MOMENT
  return phrases.interval(say(days.low), days.lowOpen, say(days.high), days.highOpen)
}

function itemWords(item: TestItem, type: FactType, timeZone?: string): string {
  switch (item.is) {
    case 'value':
      return valueWords(type, item.value, timeZone)
    case 'compare': {
      const phrases = type === 'number' || type === 'days and time duration' ? AMOUNT : MOMENT
      if (type === 'time' && item.value === LAST_SECOND && item.op === '<=') return 'at any time'
      if (type === 'time' && item.op === '>=') return `${valueWords(type, item.value)} to midnight`
      return phrases.compare[item.op](valueWords(type, item.value, timeZone))
    }
    case 'interval':
      return intervalWords(item, type, timeZone)
  }
}

function notWords(items: TestItem[], words: string[]): string {
  if (items.length === 1)
    return items[0]!.is === 'value' && items[0]!.value === null ? 'known' : `not ${words[0]}`
  return words.length === 2 ? `neither ${words[0]} nor ${words[1]}` : `none of ${words.join(', ')}`
}

/** The words of a parsed test; see {@link testWords}. */
export function parsedTestWords(test: Test, type: FactType, timeZone?: string): string {
  if (test.is === 'any') return 'anything'
  const words = test.items.map(item => itemWords(item, type, timeZone))
  return test.not ? notWords(test.items, words) : orList(words)
}

/**
 * A unary test in a policy manager's words: "before 3:00 PM", "standard or two-day", "25 or less", "not gold".
 * A text that does not parse comes back as it is. Instants are told by the clocks of `timeZone`, else in UTC.
 */
export function testWords(text: string, type: FactType, timeZone?: string): string {
  const parsed = parseTest(text, type)
  return parsed.ok ? parsedTestWords(parsed.test, type, timeZone) : text
}
