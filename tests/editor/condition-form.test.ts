import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literals, readForm, toForm, writeForm } from '@/app/_editor/panels/condition/form'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { aTest } from './a-test'

describe('the form of a condition', () => {
  for (const type of FACT_TYPES) {
    it(`${type}: what the form shows, it writes back in the same text`, () => {
      let shown = 0
      fc.assert(
        fc.property(aTest(type), each => {
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
        fc.property(aTest(type), each => {
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
