import { describe, expect, it } from 'vitest'
import { missingAnswers } from '@/app/_editor/document/missing-answers'
import { waysOut } from '@/app/_editor/document/ways-out'
import type { Fact } from '@/compiler/language/fact'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'

const facts: Record<string, Fact> = {
  gift: { type: 'boolean', source: 'customer' },
  known: { type: 'boolean', source: 'customer', mayBeUnknown: true },
  speed: { type: 'string', source: 'record', allowedValues: '"standard", "two-day", "next-day"' },
  name: { type: 'string', source: 'record' },
  call_time: { type: 'time', source: 'clock' },
  total: { type: 'number', source: 'record', allowedValues: '[0..100]', step: 0.01 },
}

const question = (...names: string[]): NodeOf<'question'> => ({ id: 'q', kind: 'question', facts: names })
const answers = (fact: string, ...tests: (string | null)[]): Edge[] =>
  tests.map((test, i) => ({
    id: `e${i}`,
    from: 'q',
    to: 'x',
    ...(test === null ? { otherwise: true as const } : { when: { [fact]: test } }),
  }))
const missing = (fact: string, ...tests: (string | null)[]) =>
  missingAnswers(question(fact), answers(fact, ...tests), facts)
const whens = (fact: string, ...tests: (string | null)[]) => {
  const found = missing(fact, ...tests)
  return found.known ? found.whens.map(when => when[fact]) : 'unknown'
}

describe('the cases that no answer covers', () => {
  it('are a row each where the fact has few values, yes before no', () => {
    expect(whens('gift')).toEqual(['true', 'false'])
    expect(whens('gift', 'true')).toEqual(['false'])
    expect(whens('speed', '"two-day"')).toEqual(['"next-day"', '"standard"'])
    expect(whens('speed', 'not("standard")')).toEqual(['"standard"'])
    expect(whens('gift', 'true', 'false')).toEqual([])
  })

  it('include nobody-knows exactly where it may be, and no answer takes it', () => {
    expect(whens('known', 'true', 'false')).toEqual(['null'])
    expect(whens('known', 'true', 'false', 'null')).toEqual([])
    expect(whens('known', '-')).toEqual([])
  })

  it('are one range, or several, where the fact has an order', () => {
    expect(whens('call_time', '< time("15:00:00")')).toEqual(['>= time("15:00:00")'])
    expect(whens('call_time', '< time("15:00:00")', '[time("15:00:00")..time("20:00:00")]')).toEqual([
      '> time("20:00:00")',
    ])
    expect(whens('total', '[10..20]')).toEqual(['< 10, > 20'])
    expect(whens('total', '< 50', '>= 50')).toEqual([])
  })

  it('are none where otherwise takes them, and are still told for the next answer', () => {
    expect(missing('speed', '"two-day"', null)).toMatchObject({ known: true, caught: true })
    expect(waysOut(question('speed'), answers('speed', '"two-day"', null), facts).at(-1)).toEqual({
      is: 'add',
      handle: 'add',
      when: { speed: '"next-day"' },
      quiet: true,
    })
  })

  it('are left to the checks where several facts decide, or a test cannot be read', () => {
    expect(missingAnswers(question('gift', 'speed'), [], facts)).toEqual({ known: false })
    expect(whens('gift', 'tru')).toBe('unknown')
    expect(whens('nothing', 'true')).toBe('unknown')
    expect(whens('call_time')).toBe('unknown')
  })
})

describe('the ways out of a question', () => {
  const handles = (fact: string, ...tests: (string | null)[]) =>
    waysOut(question(fact), answers(fact, ...tests), facts).map(way => way.handle)

  it('end where every case has its answer', () => {
    expect(handles('gift', 'true', 'false')).toEqual(['e0', 'e1'])
  })

  it('put otherwise last, wherever it was drawn', () => {
    expect(handles('call_time', null, '< time("15:00:00")')).toEqual(['e1', 'e0', 'add'])
  })

  it('begin with an answer for cases of its own, and offer one more only to who looks for it', () => {
    const [first] = waysOut(question('call_time'), [], facts)
    expect(first).toEqual({ is: 'add', handle: 'add', when: {}, quiet: false })
    // "Anything", which the first answer is at first, is still to be narrowed: a second one can be drawn meanwhile.
    const [begun] = answers('call_time', '-')
    expect(waysOut(question('call_time'), [begun!], facts).at(-1)).toEqual({
      is: 'add',
      handle: 'add',
      quiet: true,
    })
  })

  it('always have one to draw from while something is open', () => {
    expect(handles('call_time')).toEqual(['add'])
    expect(handles('name', '"Ana"')).toEqual(['e0', 'missing-0'])
  })
})
