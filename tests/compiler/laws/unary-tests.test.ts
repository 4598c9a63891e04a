import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '@/compiler/language/fact'
import { printSet } from '@/compiler/language/tests/canonical'
import { domainOf, inDomain, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import type { Test } from '@/compiler/language/tests/test'
import { contains } from '@/compiler/language/tests/value-set'
import { holds } from '@/compiler/meaning/holds'
import { FACT_TYPES, type FactType, type JsonValue, toPoint } from '@/compiler/runtime/values'
import { representatives } from '../generators/all-inputs'
import { type Dice, dice } from '../generators/dice'
import { passes } from '../generators/plain-tests'
import { randomFact } from '../generators/random-facts'
import { randomTest, type WrittenTest } from '../generators/random-tests'
import { announce, law } from './run'

beforeAll(announce)

function parsed(text: string, type: FactType): Test {
  const result = parseTest(text, type)
  if (!result.ok) throw new Error(`${type} test ${text}: ${result.problem.message}`)
  return result.test
}

/** Values on both sides of everything that the tests mention, and null. */
const samples = (fact: Fact, ...texts: string[]): JsonValue[] => [...representatives(fact, texts), null]
const plainFact = (type: FactType): Fact => ({ type, source: 'record' })
const pointOf = (type: FactType, value: JsonValue) => (value === null ? null : toPoint(type, value)!)

describe('a unary test', () => {
  it('means what S-FEEL says', () => {
    law(
      [dice()],
      at => {
        const { type, text } = randomTest(at)
        const test = parsed(text, type)
        for (const value of samples(plainFact(type), text))
          expect(holds(test, pointOf(type, value)), `${text} for ${JSON.stringify(value)}`).toBe(
            passes(text, type, value),
          )
      },
      10,
    )
  })

  it('printed and parsed again is the same set, and prints the same', () => {
    law(
      [dice()],
      at => {
        const { type, text } = randomTest(at)
        const printed = printTest(parsed(text, type), type)
        expect(printTest(parsed(printed, type), type)).toBe(printed)
        for (const value of samples(plainFact(type), text))
          expect(
            passes(printed, type, value),
            `${text} printed ${printed} for ${JSON.stringify(value)}`,
          ).toBe(passes(text, type, value))
      },
      10,
    )
  })

  it('as a set within a domain holds exactly the values that pass it, and its canonical form is that set', () => {
    law(
      [dice()],
      at => {
        const { fact, tests } = testsOnRandomFact(at)
        const domain = domainOf(
          fact,
          fact.allowedValues === undefined ? undefined : parsed(fact.allowedValues, fact.type),
        )
        for (const text of tests) {
          const set = setOf(parsed(text, fact.type), domain)
          const canonical = printSet(set, domain)
          const values = [...representatives(fact, tests), ...(fact.mayBeUnknown ? [null] : [])]
          for (const value of values) {
            const point = pointOf(fact.type, value)
            expect(inDomain(domain, point), `${JSON.stringify(value)} of ${fact.allowedValues}`).toBe(true)
            const within = passes(text, fact.type, value)
            expect(contains(set, point), `${text} for ${JSON.stringify(value)}`).toBe(within)
            if (canonical === null) expect(within).toBe(true)
            else if (canonical === '') expect(within).toBe(false)
            else
              expect(
                passes(canonical, fact.type, value),
                `${text} is ${canonical}, for ${JSON.stringify(value)}`,
              ).toBe(within)
          }
          if (canonical) {
            const again = setOf(parsed(canonical, fact.type), domain)
            expect(printSet(again, domain)).toBe(canonical)
          }
        }
      },
      10,
    )
  })

  it('has one canonical form for every way to write the same set', () => {
    law(
      [dice()],
      at => {
        const { fact, tests } = testsOnRandomFact(at)
        const domain = domainOf(
          fact,
          fact.allowedValues === undefined ? undefined : parsed(fact.allowedValues, fact.type),
        )
        const values = [...representatives(fact, tests), ...(fact.mayBeUnknown ? [null] : [])]
        const forms = new Map<string, string | null>()
        for (const text of tests) {
          const key = values.map(value => Number(passes(text, fact.type, value))).join('')
          const form = printSet(setOf(parsed(text, fact.type), domain), domain)
          if (forms.has(key)) expect(form, text).toBe(forms.get(key))
          forms.set(key, form)
        }
      },
      10,
    )
  })
})

/** A fact with a domain of its own, and tests at the literals of its domain. */
function testsOnRandomFact(at: Dice): { fact: Fact; tests: string[] } {
  const { fact, literals } = randomFact(at, 'f')
  const ordered = fact.type !== 'boolean' && fact.type !== 'string'
  const item = () => {
    const [a, b] = [at.pick(literals), at.pick(literals)]
    if (at.chance(10)) return 'null'
    if (!ordered || at.chance(40)) return a
    return at.chance(50)
      ? `${at.pick(['<', '<=', '>', '>='])} ${a}`
      : `${at.pick(['[', '(', ']'])}${a}..${b}${at.pick([']', ')', '['])}`
  }
  const tests = Array.from({ length: 4 }, () => {
    const items = Array.from({ length: at.int(1, 3) }, item).join(', ')
    return at.chance(30) ? `not(${items})` : items
  })
  return { fact, tests }
}

describe('a test that cannot be read', () => {
  const inside = (text: string, type: FactType) => {
    const result = parseTest(text, type)
    if (result.ok) return
    const { message, position } = result.problem
    expect(message).toMatch(/\S/)
    expect(position.start).toBeGreaterThanOrEqual(0)
    expect(position.start).toBeLessThanOrEqual(position.end)
    expect(position.end, JSON.stringify(text)).toBeLessThanOrEqual(text.length)
  }

  it('says where, whatever the text', () => {
    law([fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...FACT_TYPES)], inside, 10)
    law(
      [
        fc.string({ unit: fc.constantFrom(...'<>=[]().,-"\\@ntu0e1'), maxLength: 30 }),
        fc.constantFrom(...FACT_TYPES),
      ],
      inside,
      10,
    )
  })

  it('says where after any slip of the pen', () => {
    law(
      [dice()],
      at => {
        const { type, text } = randomTest(at)
        const from = at.int(0, text.length)
        inside(
          text.slice(0, from) +
            at.pick(['', '"', ')', ',', 'x', '..', '<', '\\']) +
            text.slice(from + at.int(0, 2)),
          type,
        )
      },
      10,
    )
  })

  it('points at the one item that is wrong', () => {
    law(
      [dice()],
      at => {
        const written = randomTest(at)
        if (written.items.length === 0) return
        const { text, start, end } = withOneWrong(at, written)
        const result = parseTest(text, written.type)
        expect(result.ok, text).toBe(false)
        if (result.ok) return
        expect(result.problem.position.start, text).toBeGreaterThanOrEqual(start)
        expect(result.problem.position.end, text).toBeLessThanOrEqual(end)
      },
      5,
    )
  })

  it('is found for every kind of mistake', () => {
    const wrong: [FactType, string][] = [
      ['number', ''],
      ['number', '   '],
      ['number', '"ten"'],
      ['number', '10 20'],
      ['number', '[10..20'],
      ['number', '[10,20]'],
      ['number', '> 10 not(5)'],
      ['number', 'not 5'],
      ['number', '1e999'],
      ['number', '< null'],
      ['string', 'gold'],
      ['string', '< "gold"'],
      ['string', '"gold'],
      ['string', '["a".."b"]'],
      ['string', '@"gold"'],
      ['boolean', '@"true"'],
      ['number', '@"10"'],
      ['boolean', '> true'],
      ['boolean', 'yes'],
      ['date', 'date("2026-02-30")'],
      ['date', '"2026-01-01"'],
      ['date', 'time("15:00:00")'],
      ['date', '@"15:00:00"'],
      ['time', 'time("24:00:00")'],
      ['time', '15:00'],
      ['date and time', 'date and time("2026-01-01T09:00:00")'],
      ['days and time duration', 'duration("P1Y")'],
      ['days and time duration', 'duration("P")'],
    ]
    for (const [type, text] of wrong) {
      expect(parseTest(text, type).ok, `${type}: ${text}`).toBe(false)
      inside(text, type)
    }
  })
})

/** The test with one of its items replaced by something of another type. */
function withOneWrong(at: Dice, { type, items }: WrittenTest) {
  const bad = type === 'number' ? '"ten"' : '< 10 days'
  const index = at.int(0, items.length - 1)
  const before = items
    .slice(0, index)
    .map(item => `${item}, `)
    .join('')
  const text = before + [bad, ...items.slice(index + 1)].join(', ')
  return { text, start: before.length, end: before.length + bad.length }
}
