import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainOfFact } from '@/app/_editor/document/fact-domain'
import { type Cut, splitAnswer, splitCondition } from '@/app/_editor/document/split-answer'
import type { Fact } from '@/compiler/language/fact'
import { setOf } from '@/compiler/language/tests/domain'
import { isOrdered } from '@/compiler/language/tests/literal'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import { equalSets, intersect, isEmpty, union } from '@/compiler/language/tests/value-set'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { aPoint, aTest } from './a-test'
import { smallPolicy } from './small-policy'

const number: Fact = { type: 'number', source: 'record', allowedValues: '[0..1000]', step: 0.01 }
const at = (value: number, first = true): Cut => ({ is: 'at', value, first })

describe('a condition that is split', () => {
  for (const type of FACT_TYPES)
    it(`${type}: holds in its two parts together exactly where it did, and nowhere in both`, () => {
      let split = 0
      const fact = fc
        .record({ mayBeUnknown: fc.boolean() })
        .map((part): Fact => ({ type, source: 'record', ...part }))
      const cut: fc.Arbitrary<Cut> = isOrdered(type)
        ? fc.record({ is: fc.constant('at' as const), value: aPoint(type), first: fc.boolean() })
        : fc.record({ is: fc.constant('values' as const), values: fc.array(aPoint(type), { maxLength: 3 }) })
      fc.assert(
        fc.property(aTest(type), fact, cut, (test, fact, cut) => {
          // Values that the condition has are the ones that a list is split by.
          const own =
            test.is === 'list' ? test.items.flatMap(item => (item.is === 'value' ? [item.value] : [])) : []
          const point = own.find(each => each !== null)
          const by: Cut = cut.is === 'values' && point !== undefined ? { ...cut, values: [point!] } : cut
          const text = printTest(test, type)
          const parts = splitCondition(text, fact, by)
          if (!parts) return
          split++
          const domain = domainOfFact(fact)
          const [whole, first, second] = [text, parts.first ?? '-', parts.second ?? '-'].map(each => {
            const parsed = parseTest(each, type)
            if (!parsed.ok) throw new Error(each)
            return setOf(parsed.test, domain)
          })
          expect(isEmpty(first!)).toBe(false)
          expect(isEmpty(second!)).toBe(false)
          expect(isEmpty(intersect(first!, second!))).toBe(true)
          expect(equalSets(union(first!, second!, domain.grid?.next ?? Number), whole!)).toBe(true)
        }),
        { numRuns: 500 },
      )
      expect(split).toBeGreaterThan(50)
    })

  it('keeps the value itself where it is said to belong', () => {
    expect(splitCondition('[25..200]', number, at(100))).toEqual({ first: '[25..100]', second: '(100..200]' })
    expect(splitCondition('[25..200]', number, at(100, false))).toEqual({
      first: '[25..100)',
      second: '[100..200]',
    })
    expect(splitCondition(undefined, number, at(100))).toEqual({ first: '<= 100', second: '> 100' })
  })

  it('is not split where one part would be empty', () => {
    expect(splitCondition('[25..200]', number, at(200))).toBeNull()
    expect(splitCondition('[25..200]', number, at(25, false))).toBeNull()
    expect(splitCondition('[25..200]', number, at(24))).toBeNull()
    expect(splitCondition('many', number, at(24))).toBeNull()
  })

  it('leaves "nobody knows" with the first', () => {
    const fact: Fact = { ...number, mayBeUnknown: true }
    expect(splitCondition('[25..200], null', fact, at(100))).toEqual({
      first: '[25..100], null',
      second: '(100..200]',
    })
  })
})

it('an answer that is split stands before its second half, which leads to the same place', () => {
  const policy = smallPolicy()
  policy.chart.edges[1]!.when = { gift: 'true', speed: '"standard", "two-day"' }
  const id = splitAnswer(policy, 'e2', 'speed', { first: '"standard"', second: '"two-day"' })
  expect(policy.chart.edges.slice(1, 3)).toEqual([
    { id: 'e2', from: 'ask', to: 'give', when: { gift: 'true', speed: '"standard"' } },
    { id, from: 'ask', to: 'give', when: { gift: 'true', speed: '"two-day"' } },
  ])
})
