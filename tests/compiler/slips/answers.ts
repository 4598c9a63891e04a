import type { Fact } from '@/compiler/language/fact'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { amount, type Small, says, small, yesNo } from '../small-policy'

type Answer = Record<string, string> | 'otherwise'

/** A question of these facts with these answers, each to an end of its own: a, b, c… */
function question(
  facts: Record<string, Fact>,
  answers: Answer[],
  more: Partial<Node> = {},
  tiers = ['T1', 'T2'],
): Policy {
  const ends = answers.map((_, i) => String.fromCharCode(97 + i))
  return small({
    tiers,
    facts,
    nodes: [
      { id: 'q', kind: 'question', facts: Object.keys(facts), ...more } as Node,
      ...ends.map(id => says(id)),
    ],
    edges: [['start', 'q'], ...answers.map((answer, i): Small['edges'][number] => ['q', ends[i]!, answer])],
  })
}
const it = (fact: Partial<Fact>, ...tests: string[]) =>
  question(
    { it: { type: 'number', source: 'record', ...fact } as Fact },
    tests.map(test => ({ it: test })),
  )

const DAY = (text: string) => `date("${text}")`
const AT = (text: string) => `time("${text}")`
const MOMENT = (text: string) => `date and time("${text}")`
const LONG = (text: string) => `duration("${text}")`

/** What is left between two answers: too narrow to have been meant, or not. */
const BETWEEN: Record<string, Policy> = {
  'between less and more': it({}, '< 25', '> 25'),
  'between two cents': it({}, '<= 25', '>= 25.01'),
  'between two cents, in steps': it({ step: 0.01 }, '< 25', '> 25'),
  'between ten cents': it({}, '<= 25', '>= 25.1'),
  'between two of ten cents': it({}, '<= 25.1', '>= 25.3'),
  'between two whole numbers': it({}, '<= 25', '>= 26'),
  'between three whole numbers': it({}, '<= 25', '>= 27'),
  'between numbers with exponents': it({}, '<= 1e-7', '>= 2e-7'),
  'between halves': it({ step: 0.5 }, '<= 1', '>= 2'),
  'in two places': it({ step: 1 }, '< 5', '(5..10)', '> 10'),
  'in two places, one of them wide': it({ step: 1 }, '< 5', '(5..10)', '> 20'),
  'below everything': it({ allowedValues: '[0..100]', step: 1 }, '> 0'),
  'above everything': it({ allowedValues: '[0..100]', step: 1 }, '< 100'),
  'a number that nobody knows': it({ mayBeUnknown: true }, '< 25', '>= 25'),
  'a number that nobody knows, and a sliver': it({ mayBeUnknown: true }, '< 25', '> 25'),
  'at a day': it({ type: 'date' }, `< ${DAY('2026-01-31')}`, `> ${DAY('2026-01-31')}`),
  'between two days': it({ type: 'date' }, `<= ${DAY('2026-01-31')}`, `>= ${DAY('2026-02-02')}`),
  'between three days': it({ type: 'date' }, `<= ${DAY('2026-01-31')}`, `>= ${DAY('2026-02-03')}`),
  'at three o’clock': it({ type: 'time' }, `< ${AT('15:00:00')}`, `> ${AT('15:00:00')}`),
  'a minute': it({ type: 'time' }, `<= ${AT('14:59:00')}`, `>= ${AT('15:00:00')}`),
  'an hour': it({ type: 'time' }, `<= ${AT('14:00:00')}`, `>= ${AT('15:00:00')}`),
  'two minutes': it({ type: 'time' }, `<= ${AT('14:58:00')}`, `>= ${AT('15:00:00')}`),
  'a second': it({ type: 'time' }, `<= ${AT('14:59:58')}`, `>= ${AT('15:00:00')}`),
  'a second of a moment': it(
    { type: 'date and time' },
    `<= ${MOMENT('2026-01-31T14:59:59Z')}`,
    `>= ${MOMENT('2026-01-31T15:00:00Z')}`,
  ),
  'a millisecond of a moment': it(
    { type: 'date and time' },
    `< ${MOMENT('2026-01-31T15:00:00.001Z')}`,
    `> ${MOMENT('2026-01-31T15:00:00.001Z')}`,
  ),
  'an hour of moments': it(
    { type: 'date and time' },
    `<= ${MOMENT('2026-01-31T14:00:00Z')}`,
    `>= ${MOMENT('2026-01-31T15:00:00Z')}`,
  ),
  'a day of moments': it(
    { type: 'date and time' },
    `<= ${MOMENT('2026-01-30T00:00:00Z')}`,
    `>= ${MOMENT('2026-01-31T00:00:00Z')}`,
  ),
  'two days of moments': it(
    { type: 'date and time' },
    `<= ${MOMENT('2026-01-29T00:00:00Z')}`,
    `>= ${MOMENT('2026-01-31T00:00:00Z')}`,
  ),
  'a day of durations': it({ type: 'days and time duration' }, `<= ${LONG('P1D')}`, `>= ${LONG('P2D')}`),
  'a minute of durations': it({ type: 'days and time duration' }, `<= ${LONG('PT1M')}`, `>= ${LONG('PT2M')}`),
  'a second and a half of durations': it(
    { type: 'days and time duration' },
    `<= ${LONG('PT1S')}`,
    `>= ${LONG('PT2.5S')}`,
  ),
  'a truth value': it({ type: 'boolean' }, 'true'),
  'a text of a few': it({ type: 'string', allowedValues: '"gold", "silver", "none"' }, '"gold"', '"silver"'),
  'all other texts': it({ type: 'string' }, '"gold"', '"silver"'),
  'all other texts but one': it({ type: 'string', allowedValues: 'not("test")' }, '"gold"'),
}

const two = { total: amount({ title: 'Order total', step: 1 }), gift: yesNo() }
const many = Object.fromEntries(
  ['one', 'two', 'three', 'four', 'five', 'six'].map(name => [
    name,
    { ...yesNo('record'), title: `Is it ${name}` },
  ]),
)

const MORE: Record<string, Policy> = {
  'a gap over two facts': question(two, [{ total: '< 5', gift: 'true' }, { total: '>= 5' }]),
  'a gap over two facts, of one that is tested': question(two, [
    { total: '< 5' },
    { total: '> 7', gift: '-' },
  ]),
  'a sliver in an answer over two facts': question(two, [
    { total: '< 5' },
    { total: '> 5', gift: 'true' },
    { total: '> 5', gift: 'false' },
  ]),
  'a gap over six facts': question(
    many,
    [{ one: 'true' }, { two: 'true' }, { one: 'false', two: 'false', three: 'false', four: 'true' }],
    { hit: 'first' } as Partial<Node>,
  ),
  'a gap over six facts, whose answers name all': question(many, [
    { one: 'true', two: 'true', three: 'true', four: 'true', five: 'true', six: 'true' },
  ]),
  'a gap of a question without a test': question({ it: amount() }, [{ it: '-' }, { it: '< 5' }]),
  'a gap that nobody is above of': question({ gift: yesNo() }, [{ gift: 'true' }], {}, ['T1']),
  'a gap where what was not brought up is no': question(
    { word: { ...yesNo(), volunteered: true, title: 'The word' }, total: amount({ step: 1 }) },
    [{ total: '< 5' }, { total: '> 7', word: 'true' }, { total: '> 9', word: 'false' }],
  ),
  'two answers at one point': it({ step: 1 }, '<= 5', '>= 5'),
  'two answers over a stretch': it({ step: 1 }, '<= 9', '>= 5'),
  'an answer within another': it({ step: 1 }, '>= 0', '[5..9]', '< 0'),
  'an answer that parts another': it({ step: 1 }, '[5..9]', '>= 0', '< 0'),
  'the same answer twice': it({ type: 'string' }, 'not("b")', 'not("b")', '"b"'),
  'the same answer twice, to the same end': (() => {
    const policy = it({ step: 1 }, '< 5', '< 5', '>= 5')
    policy.chart.edges[2]!.to = 'a'
    return policy
  })(),
  'three answers at one point': it({ step: 1 }, '<= 5', '5', '>= 5'),
  'answers of texts that overlap': it({ type: 'string' }, '"a", "b"', '"b", "c"', 'not("a", "b", "c")'),
  'answers that overlap where nobody knows': it({ mayBeUnknown: true }, '< 5, null', '>= 5, null'),
  'answers over two facts that overlap': question(two, [
    { total: '< 9', gift: 'true' },
    { total: '> 5' },
    { total: '<= 5', gift: 'false' },
  ]),
  'answers over six facts that overlap': question(many, [
    { one: 'true', two: 'true', three: 'true' },
    { four: 'true', five: 'true', six: 'true' },
    'otherwise',
  ]),
  'an answer that is cut in four': question(
    { a: amount({ step: 1 }), b: amount({ step: 1 }), c: amount({ step: 1 }), d: amount({ step: 1 }) },
    [
      { a: '[1..9]', b: '[1..9]', c: '[1..9]', d: '[1..9]' },
      { a: '>= 5', b: '>= 5', c: '>= 5', d: '>= 5' },
      'otherwise',
    ],
  ),
  'an answer that is cut in three': question(
    { a: amount({ step: 1 }), b: amount({ step: 1 }), c: amount({ step: 1 }) },
    [{ a: '[1..9]', b: '[1..9]', c: '[1..9]' }, { a: '>= 5', b: '>= 5', c: '>= 5' }, 'otherwise'],
  ),
  'an interval from high to low': it({ step: 1 }, '< 5', '> 10', '[10..5]'),
  'an interval from high to low that others take': it({ step: 1 }, '< 7', '>= 7', '[10..5]'),
  'two intervals from high to low': question({ a: amount({ step: 1 }), b: amount({ step: 1 }) }, [
    { a: '[9..1]', b: '(9..1)' },
    { a: '< 1' },
    { a: '> 9' },
    { a: '[1..9]', b: '<= 1' },
    { a: '[1..9]', b: '>= 9' },
  ]),
  'a list with an interval from high to low': it({ step: 1 }, '< 5', '> 10', '5, [10..6]'),
  'otherwise where nothing is left': question({ gift: yesNo() }, [
    { gift: 'true' },
    { gift: 'false' },
    'otherwise',
  ]),
  'an answer behind one that takes all': question({ total: amount() }, [{ total: '-' }, { total: '< 5' }], {
    hit: 'first',
  } as Partial<Node>),
  'an answer behind two that take all': question(
    { total: amount() },
    [{ total: '< 5' }, { total: '>= 5' }, { total: '[3..7]' }, 'otherwise'],
    { hit: 'first' } as Partial<Node>,
  ),
  'an answer of nothing': it({ step: 1 }, '(5..6)', '< 5', '>= 5'),
  'one answer that takes nothing': question({ total: amount({ allowedValues: '[0..9]' }) }, [
    { total: '> 9' },
  ]),
}

/** Questions whose answers leave something out, hold twice, or are never taken. */
export const ANSWERS: Record<string, unknown> = { ...BETWEEN, ...MORE }
