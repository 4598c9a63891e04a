import { describe, expect, it } from 'vitest'
import { applyFix } from '@/compiler/language/apply-fix'
import type { Fact } from '@/compiler/language/fact'
import type { Code } from '@/compiler/language/finding'
import { FACT_TYPES, type FactType, type JsonValue } from '@/compiler/runtime/values'
import { check } from './checked'
import { says, small } from './small-policy'

interface Answers {
  fact: Partial<Fact>
  /** Two answers, or three, each leading to an end of its own. */
  answers: string[]
  /** The one value that no answer covers, or that two do; left out where there is none. */
  value?: JsonValue
}

const time = (text: string) => `time("${text}")`
const day = (text: string) => `date("${text}")`
const at = (text: string) => `date and time("${text}")`
const long = (text: string) => `duration("${text}")`

/** By type: a gap of one value and an overlap of one value, and answers that are a hair's breadth from either. */
const TYPES: Record<FactType, { gap: Answers[]; overlap: Answers[]; neither: Answers[] }> = {
  boolean: {
    gap: [{ fact: {}, answers: ['true'], value: false }],
    overlap: [{ fact: {}, answers: ['true', 'false, true'], value: true }],
    neither: [
      { fact: {}, answers: ['true', 'false'] },
      { fact: { allowedValues: 'true' }, answers: ['true'] },
    ],
  },
  number: {
    gap: [
      { fact: {}, answers: ['< 10', '> 10'], value: 10 },
      { fact: { step: 1 }, answers: ['<= 10', '>= 12'], value: 11 },
      { fact: { step: 0.01 }, answers: ['< 0.3', '> 0.3'], value: 0.3 },
      { fact: { allowedValues: '[0..100]' }, answers: ['[0..100)'], value: 100 },
      { fact: {}, answers: ['<= 0.1', '>= 0.10000000000000003'], value: 0.10000000000000002 },
      { fact: { mayBeUnknown: true }, answers: ['<= 10', '> 10'], value: null },
      { fact: { mayBeUnknown: true }, answers: ['not(< 10)', '< 10'], value: null },
    ],
    overlap: [
      { fact: {}, answers: ['<= 10', '>= 10'], value: 10 },
      { fact: { step: 0.1 }, answers: ['< 0.4', '> 0.2'], value: 0.3 },
      { fact: { mayBeUnknown: true }, answers: ['-', 'null'], value: null },
      { fact: { mayBeUnknown: true }, answers: ['not(5)', '5, null'], value: null },
    ],
    neither: [
      { fact: {}, answers: ['<= 10', '> 10'] },
      { fact: {}, answers: ['<= 0.1', '>= 0.10000000000000002'] },
      { fact: { step: 1 }, answers: ['<= 10', '>= 11'] },
      { fact: { step: 0.1 }, answers: ['<= 0.2', '>= 0.3'] },
      { fact: { step: 0.01 }, answers: ['< 25.01', '> 25'] },
      { fact: { allowedValues: '1, 2, 3' }, answers: ['1', '> 1.5'] },
      { fact: { allowedValues: '[0..1], [3..4]' }, answers: ['< 2', '> 2'] },
      { fact: { mayBeUnknown: true }, answers: ['not(5)', '5'] },
    ],
  },
  string: {
    gap: [
      { fact: { allowedValues: '"a", "b"' }, answers: ['"a"'], value: 'b' },
      { fact: {}, answers: ['not("a")'], value: 'a' },
      { fact: {}, answers: ['not("a", "")', '"a"'], value: '' },
      { fact: { mayBeUnknown: true, allowedValues: '"a"' }, answers: ['"a"'], value: null },
    ],
    overlap: [
      { fact: {}, answers: ['not("a", "b")', '"b", "c", "a"'], value: 'c' },
      {
        fact: { allowedValues: '"a", "b"' },
        answers: ['"a"', '"b", "a"'],
        value: 'a',
      },
    ],
    neither: [
      { fact: {}, answers: ['not("a")', '"a"'] },
      { fact: { allowedValues: 'not("x")' }, answers: ['not("a")', '"a", "x"'] },
      { fact: { allowedValues: '"a", "b"' }, answers: ['"a"', '"b", "z"'] },
      // One letter, and the same one with its accent apart: other code points, another text.
      { fact: {}, answers: ['not("é", "e\u0301")', '"é"', '"e\u0301"'] },
    ],
  },
  date: {
    gap: [
      { fact: {}, answers: [`< ${day('2026-03-01')}`, `> ${day('2026-03-01')}`], value: '2026-03-01' },
      { fact: {}, answers: [`<= ${day('2024-02-28')}`, `>= ${day('2024-03-01')}`], value: '2024-02-29' },
    ],
    overlap: [
      { fact: {}, answers: [`<= ${day('2026-03-01')}`, `>= ${day('2026-03-01')}`], value: '2026-03-01' },
    ],
    neither: [
      { fact: {}, answers: [`<= ${day('2026-02-28')}`, `>= ${day('2026-03-01')}`] },
      { fact: {}, answers: [`< ${day('2026-03-01')}`, `> ${day('2026-02-28')}`] },
    ],
  },
  time: {
    gap: [
      { fact: {}, answers: [`< ${time('15:00:00')}`, `> ${time('15:00:00')}`], value: '15:00:00' },
      { fact: {}, answers: [`> ${time('00:00:00')}`], value: '00:00:00' },
      { fact: {}, answers: [`< ${time('23:59:59')}`], value: '23:59:59' },
    ],
    overlap: [{ fact: {}, answers: [`<= ${time('15:00:00')}`, `>= ${time('15:00:00')}`], value: '15:00:00' }],
    neither: [
      { fact: {}, answers: [`<= ${time('14:59:59')}`, `>= ${time('15:00:00')}`] },
      { fact: {}, answers: [`[${time('00:00:00')}..${time('23:59:59')}]`] },
    ],
  },
  'date and time': {
    gap: [
      {
        fact: {},
        answers: [`< ${at('2026-01-01T09:00:00-06:00')}`, `> ${at('2026-01-01T15:00:00Z')}`],
        value: '2026-01-01T15:00:00Z',
      },
    ],
    overlap: [
      {
        fact: {},
        answers: [`<= ${at('2026-01-01T09:00:00-06:00')}`, `>= ${at('2026-01-01T16:00:00+01:00')}`],
        value: '2026-01-01T15:00:00Z',
      },
    ],
    neither: [
      {
        fact: {},
        answers: [`<= ${at('2026-01-01T14:59:59.999Z')}`, `>= ${at('2026-01-01T09:00:00-06:00')}`],
      },
    ],
  },
  'days and time duration': {
    gap: [{ fact: {}, answers: [`< ${long('P30D')}`, `> ${long('PT720H')}`], value: 'P30D' }],
    overlap: [{ fact: {}, answers: [`<= ${long('P1D')}`, `>= ${long('PT24H')}`], value: 'P1D' }],
    neither: [
      { fact: {}, answers: [`<= ${long('PT23H59M59.999S')}`, `>= ${long('P1D')}`] },
      { fact: {}, answers: [`< ${long('-P1D')}`, `>= ${long('-PT24H')}`] },
    ],
  },
}

const policy = (type: FactType, { fact, answers }: Answers) =>
  small({
    tiers: ['T1', 'T2'],
    facts: { it: { type, source: 'record', ...fact } },
    nodes: [
      { id: 'q', kind: 'question', facts: ['it'] },
      ...answers.map((_, i) => says(`end-${i}`)),
      { id: 'up', kind: 'escalate', to: 'T2', mode: 'transfer', say: 'I will put you through.' },
    ],
    edges: [
      ['start', 'q'],
      ...answers.map((test, i): ['q', string, Record<string, string>] => ['q', `end-${i}`, { it: test }]),
    ],
  })

const told = (document: unknown): Code[] =>
  check(document).findings.flatMap(({ code }) => (code === 'gap' || code === 'overlap' ? [code] : []))

describe.each(FACT_TYPES)('answers over a fact that is a %s', type => {
  for (const code of ['gap', 'overlap'] as const)
    it(`leave one value to a finding, which its fix mends: ${code}`, () => {
      for (const one of TYPES[type][code]) {
        const document = policy(type, one)
        const { findings } = check(document)
        const [finding, ...more] = findings.filter(each => each.code === code)
        const named = `${JSON.stringify(one.fact)} ${one.answers.join(' | ')}`
        expect(finding?.witness, named).toEqual({ it: one.value })
        expect(more).toEqual([])
        expect(finding!.fix, named).toBeDefined()
        const after = check(applyFix(document, finding!.fix!)).findings
        expect(
          after.filter(({ severity }) => severity === 'error'),
          `${named} after ${finding!.fix!.title}`,
        ).toEqual([])
      }
    })

  it('leave none where they only nearly do', () => {
    for (const one of TYPES[type].neither)
      expect(told(policy(type, one)), `${JSON.stringify(one.fact)} ${one.answers.join(' | ')}`).toEqual([])
  })
})
