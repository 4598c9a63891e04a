import { describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Fact } from '@/compiler/language/fact'
import { decide } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { says, small } from './small-policy'

/** How a table writes a test and what is left of the domain. */
function written(fact: Omit<Fact, 'source'>, test: string, values: unknown[] = []) {
  const policy = small({
    facts: { f: { ...fact, source: 'record' } },
    nodes: [{ id: 'q', kind: 'question', facts: ['f'] }, says('yes'), says('no')],
    edges: [
      ['start', 'q'],
      ['q', 'yes', { f: test }],
      ['q', 'no', 'otherwise'],
    ],
  })
  const artifact = compile(policy, 'T1')
  for (const f of values) expect(load(artifact).decide({ f })).toEqual(decide(policy, 'T1', { f }))
  const of = (end: string) => artifact.tables[0]!.rows.find(row => row.from.includes(end))?.when.f
  return [of('yes'), of('no')]
}

describe('a bound in a table', () => {
  it('is the round one of the two that say the same', () => {
    const number = { type: 'number' } as const
    expect(written(number, '> 0', [0, 5e-324, 1])).toEqual(['> 0', '<= 0'])
    expect(written(number, '< 0', [0, -5e-324, -1])).toEqual(['< 0', '>= 0'])
    expect(written(number, 'not(0)', [0, 5e-324])).toEqual(['< 0, > 0', '0'])
    expect(written({ ...number, step: 0.01 }, '> 0', [0, 0.01])).toEqual(['> 0', '<= 0'])
    expect(written({ ...number, step: 0.01 }, '< 25.01', [25, 25.01])).toEqual(['<= 25', '> 25'])
    expect(written({ ...number, step: 1 }, '> 9', [9, 10])).toEqual(['>= 10', '<= 9'])
    expect(written({ ...number, step: 1 }, '< 0', [-1, 0])).toEqual(['<= -1', '>= 0'])
    expect(written({ type: 'days and time duration' }, '> duration("PT0S")', ['PT0S', 'PT0.001S'])).toEqual([
      '> duration("PT0S")',
      '<= duration("PT0S")',
    ])
  })
})
