import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameCondition, showCondition, spellCondition } from '@/app/_editor/panels/condition/condition-words'
import type { Tested } from '@/app/_editor/panels/condition/form-props'
import { readCondition } from '@/app/_editor/panels/condition/read-condition'
import { printTest } from '@/compiler/language/tests/print'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { aTest } from './a-test'

const read = (typed: string, fact: Tested, timeZone?: string) => {
  const back = readCondition(typed, fact, timeZone)
  return back.ok ? (back.text ?? '-') : back.problem
}
const number: Tested = { type: 'number' }
const time: Tested = { type: 'time' }
const speed: Tested = { type: 'string', allowedValues: '"standard", "two-day", "next day or so"' }
const name: Tested = { type: 'string' }

describe('a condition as people write it', () => {
  it.each([
    [number, '25', '25'],
    [number, '<25', '< 25'],
    [number, '12,500', '12500'],
    [number, '10, 20', '10, 20'],
    [number, 'between 25 and 200', '[25..200]'],
    [number, '25 - 200', '[25..200]'],
    [number, '25..200', '[25..200]'],
    [number, 'at least 25 and less than 200', '[25..200)'],
    [number, '≥ 1,000', '>= 1000'],
    [number, 'up to 5', '<= 5'],
    [number, '10 or less or 20 or more', '<= 10, >= 20'],
    [number, 'anything', '-'],
    [number, '', '-'],
    [time, 'before 3pm', '< time("15:00:00")'],
    [time, '< 15:00', '< time("15:00:00")'],
    [time, 'from 9 am to noon', '[time("09:00:00")..time("12:00:00")]'],
    [time, 'from 3:00 PM up to 8:00 PM', '[time("15:00:00")..time("20:00:00"))'],
    [time, '3:00 PM to midnight', '>= time("15:00:00")'],
    [time, 'up to 3 p.m.', '< time("15:00:00")'],
    [speed, 'Standard', '"standard"'],
    [speed, 'standard or two-day', '"standard", "two-day"'],
    [speed, 'standard, next day or so', '"standard", "next day or so"'],
    [speed, 'not standard', 'not("standard")'],
    [name, 'Ana, Ben', '"Ana", "Ben"'],
    [name, 'island', '"island"'],
    [name, '"Ana, the first"', '"Ana, the first"'],
    [{ type: 'boolean' }, 'Yes', 'true'],
    [{ type: 'boolean' }, 'FALSE', 'false'],
    [{ type: 'boolean', mayBeUnknown: true }, 'no or nobody knows', 'false, null'],
    [{ type: 'boolean', mayBeUnknown: true }, 'known', 'not(null)'],
    [{ type: 'date' }, '31 Jan 2026', 'date("2026-01-31")'],
    [{ type: 'date' }, 'after January 31, 2026', '> date("2026-01-31")'],
    [{ type: 'date' }, '31/1/2026', 'date("2026-01-31")'],
    [{ type: 'days and time duration' }, 'more than 1 day 2 hours', '> duration("P1DT2H")'],
    [{ type: 'days and time duration' }, '2h 30m', 'duration("PT2H30M")'],
  ] as [Tested, string, string][])('%j: %s', (fact, typed, text) => {
    expect(read(typed, fact)).toBe(text)
  })

  it('tells moments by the clocks of the policy’s time zone', () => {
    const moment: Tested = { type: 'date and time' }
    expect(read('before 1 July 2026, 3:00 PM', moment, 'Europe/London')).toBe(
      '< date and time("2026-07-01T14:00:00Z")',
    )
  })

  it('that is not understood is kept as it is, with the place of what is wrong', () => {
    expect(readCondition(' standard, expres ', speed)).toEqual({
      ok: false,
      text: 'standard, expres',
      problem: {
        message: '“expres” is not one of the values that it can have: standard, two-day, next day or so.',
        position: { start: 10, end: 16 },
      },
    })
    expect(read('< tim("15:00:00")', time)).toMatchObject({ position: { start: 2, end: 5 } })
    // The third of April, or the fourth of March?
    expect(read('03/04/2026', { type: 'date' })).toMatchObject({ position: { start: 0 } })
    expect(read('between 200 and 25', number)).toMatchObject({ position: { start: 0 } })
    expect(read(`standard${', standard'.repeat(300)}, no`, speed)).toMatchObject({ position: { end: 3012 } })
  })
})

describe('what a cell shows', () => {
  for (const type of FACT_TYPES)
    for (const timeZone of [undefined, 'America/Chicago'])
      it(`${type}, ${timeZone ?? 'UTC'}: copied and pasted again is the same condition`, () => {
        let inWords = 0
        const fact: Tested = { type, mayBeUnknown: true }
        fc.assert(
          fc.property(aTest(type), test => {
            const text = printTest(test, type)
            const spelt = spellCondition(text, fact, timeZone)
            const back = readCondition(spelt, fact, timeZone)
            expect(back.ok).toBe(true)
            expect(back.ok && sameCondition(back.text ?? '-', text, type)).toBe(true)
            if (spelt === showCondition(text, fact, timeZone).words) inWords++
          }),
          { numRuns: 300 },
        )
        // By far the most in words: S-FEEL is for what words cannot say.
        expect(inWords).toBeGreaterThan(type === 'string' ? 100 : 200)
      })

  it('is words where a form could say it, and S-FEEL or what is written there elsewhere', () => {
    expect(showCondition('[25..200]', number)).toEqual({ words: 'between 25 and 200', as: 'words' })
    expect(showCondition('not(< 5)', number)).toEqual({ words: 'not(< 5)', as: 'code' })
    expect(showCondition('many', number)).toEqual({ words: 'many', as: 'unread' })
    expect(showCondition(undefined, number)).toEqual({ words: '', as: 'words' })
    expect(spellCondition('"Ana, Ben"', name)).toBe('"Ana, Ben"')
    expect(spellCondition('"anything"', name)).toBe('"anything"')
  })
})
