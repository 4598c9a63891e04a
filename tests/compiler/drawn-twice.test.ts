import { describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { says, small, yesNo } from './small-policy'

const ANSWERS = [
  { x: 'true', y: 'true' },
  { x: 'true', y: 'false' },
  { x: 'false', y: 'true' },
  { x: 'false', y: 'false' },
]

/** All answers but one lead to the same words; one of them, to a node of its own that says them. */
const asked = (other: number, twice: number, again: boolean) =>
  small({
    facts: { x: yesNo(), y: yesNo() },
    nodes: [
      { id: 'q', kind: 'question', facts: ['x', 'y'] },
      says('one', 'Done.'),
      ...(again ? [says('two', 'Done.')] : []),
      says('other'),
    ],
    edges: [
      ['start', 'q'],
      ...ANSWERS.map((when, i): [string, string, Record<string, string>] => {
        if (i === other) return ['q', 'other', when]
        return ['q', again && i === twice ? 'two' : 'one', when]
      }),
    ],
  })

const rowsOf = (policy: Policy) =>
  compile(policy, 'T1').tables.map(({ rows }) => rows.map(({ when, end }) => ({ when, end })))

describe('an end that is drawn twice', () => {
  it('makes the rows that it would make once: how they are joined is up to what they say', () => {
    for (const other of ANSWERS.keys())
      for (const twice of ANSWERS.keys())
        if (twice !== other)
          expect(rowsOf(asked(other, twice, true)), `${other}, ${twice}`).toEqual(
            rowsOf(asked(other, twice, false)),
          )
  })
})
