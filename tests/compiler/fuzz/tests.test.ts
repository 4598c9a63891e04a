import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { printSet } from '@/compiler/language/tests/canonical'
import { domainOf, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import { testWords } from '@/compiler/language/tests/words'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import { dice } from '../generators/dice'
import { randomTest } from '../generators/random-tests'
import { amount, announce, lawOf, patience } from '../laws/run'
import { misspelt } from './random-json'

beforeAll(announce)

/** What is promised of each; most take hundredths of a millisecond. */
const MILLISECONDS = 10

const tally = { tests: 0, read: 0, again: 0, slowest: 0 }

const timed = (text: string, type: FactType) => {
  const started = performance.now()
  parseTest(text, type)
  return performance.now() - started
}

function tried(text: string, type: FactType) {
  const started = performance.now()
  const parsed = parseTest(text, type)
  let took = performance.now() - started
  tally.tests++
  // The machine may have paused: what takes long takes long again.
  for (let n = 0; took > MILLISECONDS && n < 20; n++) {
    tally.again++
    took = Math.min(took, timed(text, type))
  }
  if (took > MILLISECONDS) expect(took, text).toBeLessThanOrEqual(MILLISECONDS)
  tally.slowest = Math.max(tally.slowest, took)
  if (!parsed.ok) {
    const { message, position } = parsed.problem
    const placed = position.start >= 0 && position.start <= position.end && position.end <= text.length
    if (message.trim() === '' || !placed) expect(parsed.problem, text).toEqual('a place within the text')
    return
  }
  tally.read++
  // What can be read can be printed, said, made a set of, and read again.
  const domain = domainOf({ type, mayBeUnknown: true })
  const set = setOf(parsed.test, domain)
  const printed = printTest(parsed.test, type)
  const again = parseTest(printed, type)
  if (!again.ok || printTest(again.test, type) !== printed) expect(printed, text).toBe('read again')
  const canonical = printSet(set, domain)
  if (canonical) {
    const read = parseTest(canonical, type)
    if (!read.ok || printSet(setOf(read.test, domain), domain) !== canonical)
      expect(canonical, text).toBe('the same set')
  }
  if (testWords(text, type).trim() === '' && type !== 'string') expect(text).toBe('some words')
}

const types = fc.constantFrom(...FACT_TYPES)

describe('a text as a test', () => {
  it(
    'is read, or refused at a place within it',
    () => {
      lawOf(amount(3000, 250_000), [fc.string({ unit: 'binary', maxLength: 60 }), types], tried)
      const marks = [
        ...'<>=[]().,-"\\@ ',
        'not',
        'null',
        'date',
        'time',
        'and',
        'duration',
        'e',
        '0',
        '1',
        'T',
        'P',
      ]
      lawOf(
        amount(4000, 350_000),
        [fc.string({ unit: fc.constantFrom(...marks), maxLength: 30 }), types],
        tried,
      )
    },
    patience,
  )

  it(
    'that was a test before a slip of the pen, likewise',
    () => {
      lawOf(amount(4000, 400_000), [dice()], at => {
        const { type, text } = randomTest(at)
        let spoilt = text
        for (let n = at.int(0, 3); n > 0; n--) spoilt = misspelt(at, spoilt)
        tried(spoilt, at.chance(80) ? type : at.pick(FACT_TYPES))
      })
    },
    patience,
  )

  it('was often one', () => {
    console.info(tally)
    expect(tally.tests).toBeGreaterThanOrEqual(amount(10_000, 1_000_000))
    expect(tally.read).toBeGreaterThan(tally.tests / 50)
  })
})
