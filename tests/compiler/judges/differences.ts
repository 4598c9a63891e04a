import type { Test } from '@/compiler/language/tests/test'
import type { FactType, JsonValue } from '@/compiler/runtime/values'

/** A test as it is written and as it was read, and a value that it is held to. */
interface Question {
  type: FactType
  text: string
  test: Test
  value: JsonValue
}

export interface Difference {
  title: string
  /** Why ours is as it is. */
  because: string
  /** Whether the two may say something else here. */
  concerns: (question: Question) => boolean
  /** Where they do; an example in which they agree makes the test of this list fail. */
  examples: { type: FactType; text: string; value: JsonValue; ours: boolean; theirs: boolean | null }[]
}

const items = (test: Test) => (test.is === 'list' ? test.items : [])

/** Where feelin 8.2.0 and this compiler read a unary test otherwise, and why. */
export const DIFFERENCES: readonly Difference[] = [
  {
    title: 'an interval whose ends are the wrong way round is empty; feelin swaps them',
    because: 'DMN says that such a range contains nothing. A slip of the pen must not become another rule.',
    concerns: ({ test, value }) =>
      value !== null && items(test).some(item => item.is === 'interval' && item.low > item.high),
    examples: [
      { type: 'number', text: '[10..5]', value: 7, ours: false, theirs: true },
      { type: 'number', text: 'not([10..5])', value: 7, ours: true, theirs: false },
    ],
  },
  {
    title: 'null passes no not(…) of comparisons; in feelin it does',
    because: 'A comparison with null is neither true nor false, and neither is what not(…) makes of it.',
    concerns: ({ test, value }) =>
      value === null && test.is === 'list' && test.not && items(test).some(item => item.is !== 'value'),
    examples: [
      { type: 'number', text: 'not(< 5)', value: null, ours: false, theirs: true },
      { type: 'number', text: 'not([1..2])', value: null, ours: false, theirs: true },
    ],
  },
  {
    title: 'numbers may be written with an exponent; feelin reads something else',
    because: 'Canonical forms print numbers as ECMAScript does, and they have to be read again.',
    concerns: ({ type, text }) => type === 'number' && /\d[eE][+-]?\d/.test(text),
    examples: [
      { type: 'number', text: '1e3', value: 1000, ours: true, theirs: false },
      { type: 'number', text: '< 1e21', value: 5, ours: true, theirs: false },
    ],
  },
  {
    title: 'durations are told apart to the millisecond; feelin drops what is less than a second',
    because: 'Instants have milliseconds, and so has the time between two of them.',
    concerns: ({ type, text, value }) =>
      type === 'days and time duration' && (/\.\d/.test(text) || /\.\d/.test(String(value))),
    examples: [
      {
        type: 'days and time duration',
        text: 'duration("PT0.5S")',
        value: 'PT0.7S',
        ours: false,
        theirs: true,
      },
      {
        type: 'days and time duration',
        text: 'not(duration("P3DT1.5S"))',
        value: 'P3DT1.499S',
        ours: true,
        theirs: false,
      },
    ],
  },
]

/** Texts that are no test here, and that feelin takes for one. */
export const REFUSED: readonly { type: FactType; text: string; value: JsonValue; because: string }[] = [
  { type: 'string', text: '> "a"', value: 'b', because: 'texts have no order in S-FEEL' },
  { type: 'string', text: '["a".."c"]', value: 'b', because: 'texts have no order in S-FEEL' },
  { type: 'number', text: '> 2 + 3', value: 6, because: 'end points are literals' },
  { type: 'number', text: '= 5', value: 5, because: 'S-FEEL writes the literal alone' },
  { type: 'number', text: '!= 5', value: 6, because: 'S-FEEL writes not(5)' },
  { type: 'number', text: '? > 3', value: 4, because: 'that is FEEL, not S-FEEL' },
  { type: 'number', text: '[2..5], not(3)', value: 3, because: 'not(…) stands around the whole test' },
  { type: 'number', text: '< null', value: 3, because: 'null has no order, so that nothing could pass' },
  { type: 'number', text: 'foo', value: 1, because: 'a name means nothing here, and would pass nothing' },
  { type: 'date', text: 'date(2026, 1, 1)', value: '2026-01-01', because: 'a date is written as text' },
  { type: 'date', text: '> date("2026-02-30")', value: '2026-03-01', because: 'there is no such day' },
  {
    type: 'time',
    text: '>= time("10:00:00Z")',
    value: '10:00:00',
    because: 'times are by the policy’s zone',
  },
  { type: 'time', text: '>= time("10:00:00.5")', value: '10:00:01', because: 'times have whole seconds' },
  {
    type: 'date and time',
    text: '>= date and time("2026-01-01T09:00:00")',
    value: '2026-01-01T15:00:00Z',
    because: 'an instant needs its offset',
  },
  {
    type: 'days and time duration',
    text: 'duration("P1M")',
    value: 'P30D',
    because: 'a month has no length of its own',
  },
]
