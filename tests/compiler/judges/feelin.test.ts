import { date, dateAndTime, duration, time, unaryTest } from 'feelin'
import { beforeAll, describe, expect, it } from 'vitest'
import { domainOf, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import type { Test } from '@/compiler/language/tests/test'
import { contains } from '@/compiler/language/tests/value-set'
import { holds } from '@/compiler/meaning/holds'
import { FACT_TYPES, type FactType, type JsonValue, toPoint } from '@/compiler/runtime/values'
import { representatives } from '../generators/all-inputs'
import { dice } from '../generators/dice'
import { randomTest, randomValue } from '../generators/random-tests'
import { amount, announce, lawOf, patience } from '../laws/run'
import { DIFFERENCES, REFUSED } from './differences'

beforeAll(announce)

function parsed(text: string, type: FactType): Test {
  const result = parseTest(text, type)
  if (!result.ok) throw new Error(`${type} test ${text}: ${result.problem.message}`)
  return result.test
}

const pointOf = (type: FactType, value: JsonValue) => (value === null ? null : toPoint(type, value)!)

/** A value as feelin takes it. */
const FEEL = {
  boolean: value => value,
  number: value => value,
  string: value => value,
  date: value => date(value as string),
  time: value => time(value as string),
  'date and time': value => dateAndTime(value as string),
  'days and time duration': value => duration(value as string),
} as const satisfies Record<FactType, (value: JsonValue) => unknown>

/** What feelin says; null where it says nothing, or cannot read the test. */
function judge(text: string, type: FactType, value: JsonValue): boolean | null {
  try {
    return unaryTest(text, { '?': value === null ? null : FEEL[type](value) }).value
  } catch {
    return null
  }
}

describe('feelin, as an outside judge of unary tests', () => {
  it(
    'agrees with what a test means, but where it is listed and explained',
    () => {
      const counts = { tests: 0, agreed: 0, differed: 0, held: 0 }
      const byType = new Map<FactType, number>()
      lawOf(amount(1200, 100_000), [dice()], at => {
        const { type, text } = randomTest(at)
        const test = parsed(text, type)
        const domain = domainOf({ type, mayBeUnknown: true })
        counts.tests++
        byType.set(type, (byType.get(type) ?? 0) + 1)
        const values = [
          ...representatives({ type, source: 'record' }, [text]),
          randomValue(at, type),
          randomValue(at, type),
          null,
        ]
        for (const value of values) {
          const ours = holds(test, pointOf(type, value))
          // The set of cells that everything else is made from says the same as the plain reading.
          expect(contains(setOf(test, domain), pointOf(type, value))).toBe(ours)
          if (DIFFERENCES.some(each => each.concerns({ type, text, test, value }))) {
            counts.differed++
            continue
          }
          const theirs = judge(text, type, value)
          if (theirs !== ours)
            expect(theirs, `${type}: ${text} for ${JSON.stringify(value)}: ours ${ours}`).toBe(ours)
          counts.agreed++
          if (ours) counts.held++
        }
      })
      console.info(counts, Object.fromEntries(byType))
      expect([...byType.keys()].sort()).toEqual([...FACT_TYPES].sort())
      expect(counts.held).toBeGreaterThan(counts.agreed / 10)
      expect(counts.agreed).toBeGreaterThan(counts.differed)
    },
    patience,
  )
})

describe('a difference from feelin', () => {
  it.each(DIFFERENCES)('$title', ({ concerns, examples }) => {
    expect(examples.length).toBeGreaterThan(0)
    for (const { type, text, value, ours, theirs } of examples) {
      const test = parsed(text, type)
      expect(concerns({ type, text, test, value }), `${text} is not of this kind`).toBe(true)
      expect(holds(test, pointOf(type, value)), `ours: ${text} for ${JSON.stringify(value)}`).toBe(ours)
      expect(judge(text, type, value), `theirs: ${text} for ${JSON.stringify(value)}`).toBe(theirs)
      expect(ours).not.toBe(theirs)
    }
  })
})

describe('a text that is no test here', () => {
  it.each(REFUSED)('$text: $because', ({ type, text, value }) => {
    expect(parseTest(text, type).ok, text).toBe(false)
    // Else it would be no difference.
    expect(judge(text, type, value), text).not.toBeNull()
  })
})
