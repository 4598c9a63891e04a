import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literals, readForm, toForm, writeForm } from '@/app/_editor/panels/condition/form'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import type { Test, TestItem } from '@/compiler/language/tests/test'
import { FACT_TYPES, type FactType, type Point } from '@/compiler/runtime/values'

const at = { start: 0, end: 0 }
const POINTS: Record<FactType, fc.Arbitrary<Point>> = {
  boolean: fc.boolean(),
  string: fc.string({ unit: 'grapheme' }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  date: fc.integer({ min: -719_162, max: 2_932_896 }),
  time: fc.integer({ min: 0, max: 86_399 }),
  'date and time': fc.integer({ min: 0, max: 4_000_000_000_000 }),
  'days and time duration': fc.integer({ min: -1e15, max: 1e15 }),
}

const item = (type: FactType): fc.Arbitrary<TestItem> => {
  const point = POINTS[type]
  const value = fc.record({ at: fc.constant(at), is: fc.constant('value' as const), value: point })
  if (type === 'boolean' || type === 'string') return value
  return fc.oneof(
    value,
    fc.record({
      at: fc.constant(at),
      is: fc.constant('compare' as const),
      op: fc.constantFrom('<', '<=', '>', '>='),
      value: point,
    }),
    fc.record({
      at: fc.constant(at),
      is: fc.constant('interval' as const),
      low: point,
      lowOpen: fc.boolean(),
      high: point,
      highOpen: fc.boolean(),
    }),
  )
}

const nobodyKnows: TestItem = { at, is: 'value', value: null }
const test = (type: FactType): fc.Arbitrary<Test> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ is: 'any' } as Test) },
    {
      weight: 9,
      arbitrary: fc
        .record({
          not: fc.boolean(),
          items: fc.array(item(type), { minLength: 1, maxLength: 4 }),
          unknown: fc.boolean(),
        })
        .map(({ not, items, unknown }) => ({
          is: 'list' as const,
          not,
          items: unknown ? [...items, nobodyKnows] : items,
        })),
    },
  )

describe('the form of a condition', () => {
  for (const type of FACT_TYPES) {
    it(`${type}: what the form shows, it writes back in the same text`, () => {
      let shown = 0
      fc.assert(
        fc.property(test(type), each => {
          const text = printTest(each, type)
          const form = readForm(text, type)
          if (!form) return
          shown++
          expect(writeForm(form, type)).toBe(text)
        }),
        { numRuns: 400 },
      )
      expect(shown).toBeGreaterThan(100)
    })

    it(`${type}: what the form writes parses, and is the same form again`, () => {
      fc.assert(
        fc.property(test(type), each => {
          const form = toForm(each, type)
          const text = form && writeForm(form, type)
          if (!text) return
          expect(parseTest(text, type).ok).toBe(true)
          expect(readForm(text, type)).toEqual(form)
        }),
        { numRuns: 400 },
      )
    })
  }

  it('leaves as text what it cannot show', () => {
    expect(readForm('not(< 5)', 'number')).toBeNull()
    expect(readForm('< tomorrow', 'date')).toBeNull()
    expect(readForm('null, null', 'string')).toBeNull()
    expect(readForm('[10..5]', 'number')).toBeNull()
  })

  it('writes nothing while something is not filled in', () => {
    const item = { op: '<', lowOpen: false, highOpen: false } as const
    expect(writeForm({ any: false, not: false, unknown: false, items: [item] }, 'number')).toBeNull()
    expect(writeForm({ any: false, not: false, unknown: false, items: [] }, 'number')).toBeNull()
    const backwards = { op: 'between', value: 5, high: 3, lowOpen: false, highOpen: false } as const
    expect(writeForm({ any: false, not: false, unknown: false, items: [backwards] }, 'number')).toBeNull()
  })

  it('says not in its own way about nobody knows', () => {
    expect(readForm('not("gold")', 'string')).toMatchObject({ not: true, unknown: true })
    expect(readForm('not("gold", null)', 'string')).toMatchObject({ not: true, unknown: false })
    expect(readForm('"gold", null', 'string')).toMatchObject({ not: false, unknown: true })
  })

  it('reads the list of a closed domain', () => {
    expect(literals('"standard", "two-day"', 'string')).toEqual(['standard', 'two-day'])
    expect(literals('[0..10]', 'number')).toBeNull()
    expect(literals(undefined, 'string')).toBeNull()
  })
})
