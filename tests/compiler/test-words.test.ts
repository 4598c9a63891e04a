import { describe, expect, it } from 'vitest'
import { testWords } from '@/compiler/language/tests/words'
import type { FactType } from '@/compiler/runtime/values'

const cases: Record<FactType, [text: string, words: string][]> = {
  boolean: [
    ['true', 'yes'],
    ['false', 'no'],
    ['true, false', 'yes or no'],
    ['null', 'nobody knows'],
    ['false, null', 'no or nobody knows'],
    ['-', 'anything'],
  ],
  string: [
    ['"gold"', 'gold'],
    ['"standard", "two-day"', 'standard or two-day'],
    ['"a", "b", "c"', 'a, b or c'],
    ['not("gold")', 'not gold'],
    ['not("gold", "silver")', 'neither gold nor silver'],
    ['not("a", "b", "c")', 'none of a, b, c'],
    ['not(null)', 'known'],
    ['""', 'empty'],
  ],
  number: [
    ['10', '10'],
    ['<= 25', '25 or less'],
    ['< 25', 'less than 25'],
    ['> 200', 'more than 200'],
    ['>= 12500', '12,500 or more'],
    ['[25..200]', 'between 25 and 200'],
    ['[25..200)', 'at least 25 and less than 200'],
    ['(25..200]', 'more than 25 and at most 200'],
    ['< 5, [10..20], null', 'less than 5, between 10 and 20 or nobody knows'],
    ['-3', '−3'],
  ],
  time: [
    ['< time("15:00:00")', 'before 3:00 PM'],
    ['[time("15:00:00")..time("20:00:00"))', 'from 3:00 PM up to 8:00 PM'],
    ['>= time("20:00:00")', '8:00 PM to midnight'],
    ['[time("20:00:00")..time("23:59:59")]', '8:00 PM to midnight'],
    ['[time("00:00:00")..time("12:00:00"))', 'before noon'],
    ['> time("09:30:15")', 'after 9:30:15 AM'],
    ['time("00:00:00")', 'midnight'],
  ],
  date: [
    ['<= date("2026-01-31")', 'until 31 January 2026'],
    ['>= date("2026-01-31")', 'from 31 January 2026 on'],
    ['[date("2026-01-01")..date("2026-02-01"))', 'from 1 January 2026 to 31 January 2026'],
    ['(date("2026-01-01")..date("2026-01-03"))', '2 January 2026'],
  ],
  'date and time': [
    ['< date and time("2026-01-01T09:00:00-06:00")', 'before 1 January 2026, 3:00 PM UTC'],
    ['date and time("2026-01-01T00:00:00Z")', '1 January 2026, midnight UTC'],
  ],
  'days and time duration': [
    ['< duration("P30D")', 'less than 30 days'],
    ['duration("P1DT2H")', '1 day 2 hours'],
    ['[duration("PT0S")..duration("PT90S")]', 'between no time and 1 minute 30 seconds'],
  ],
}

describe('a test in words', () => {
  for (const [type, list] of Object.entries(cases) as [FactType, [string, string][]][])
    for (const [text, words] of list)
      it(`${type}: ${text} is “${words}”`, () => expect(testWords(text, type)).toBe(words))

  it('leaves a text that does not parse as it is', () =>
    expect(testWords('< noon-ish', 'time')).toBe('< noon-ish'))

  it('tells instants by the clocks of the policy', () =>
    expect(testWords('< date and time("2026-07-01T14:30:00Z")', 'date and time', 'America/Chicago')).toBe(
      'before 1 July 2026, 9:30 AM',
    ))

  it('falls back to UTC where there is no such zone', () =>
    expect(testWords('< date and time("2026-07-01T14:30:00Z")', 'date and time', 'Mars/Olympus')).toBe(
      'before 1 July 2026, 2:30 PM UTC',
    ))
})
