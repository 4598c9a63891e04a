import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { diagramFor } from '@/compiler/4-table/table'
import { diff } from '@/compiler/compare/diff'
import { Differences } from '@/compiler/compare/differences'
import { jointFacts } from '@/compiler/compare/joint'
import { SAME } from '@/compiler/compare/labels'
import { Versions } from '@/compiler/compare/version'
import { decidedAt, Uniform } from '@/compiler/compare/whole'
import type { When } from '@/compiler/language/handbook'
import type { Policy } from '@/compiler/language/policy'
import { amount, says, small } from '../small-policy'

const ten = amount({ allowedValues: '[0..9]', step: 1 })

/** A question over two facts, each answer with the step that it leads to. */
const answered = (...answers: [to: string, when: When][]): Policy =>
  small({
    facts: { a: ten, b: ten },
    nodes: [{ id: 'q', kind: 'question', facts: ['a', 'b'] }, says('x'), says('y')],
    edges: [['start', 'q'], ...answers.map(([to, when]): [string, string, When] => ['q', to, when])],
  })

/** Two versions over their joint cells. */
function versionsOf(old: Policy, next: Policy): Versions {
  const [before, after] = [old, next].map(policy => diagramFor(readGraph(policy), 'T1')) as [never, never]
  return new Versions(
    jointFacts((before as { slice: never }).slice, (after as { slice: never }).slice),
    before,
    after,
  )
}

describe('two versions followed at once', () => {
  const corner: [string, When] = ['y', { a: '>= 5', b: '>= 5' }]
  const old = answered(corner, ['x', { a: '< 5' }], ['x', { a: '>= 5', b: '< 5' }])

  it('come to nothing where what is left over beside equal answers is only cut elsewhere', () => {
    const next = answered(corner, ['x', { b: '< 5' }], ['x', { a: '< 5', b: '>= 5' }])
    const { root, store } = new Differences(versionsOf(old, next), true)
    expect(root).toBe(store.leaf(SAME))
  })

  it('know which text is which where only one of them mentions another one', () => {
    const named = (...texts: string[]) =>
      small({
        facts: { plan: { type: 'string', source: 'record' } },
        nodes: [{ id: 'q', kind: 'question', facts: ['plan'] }, says('x'), says('y')],
        edges: [
          ['start', 'q'],
          ['q', 'x', { plan: texts.map(text => JSON.stringify(text)).join(', ') }],
          ['q', 'y', 'otherwise'],
        ],
      })
    const regions = (old: Policy, next: Policy) => diff(old, next, 'T1').changes.map(({ when }) => when)
    expect(regions(named('m'), named('a', 'm'))).toEqual([{ plan: '"a"' }])
    expect(regions(named('a', 'm'), named('m'))).toEqual([{ plan: '"a"' }])
  })

  it('come to a difference where one of the answers has another end', () => {
    const next = answered(corner, ['x', { b: '< 5' }], ['y', { a: '< 5', b: '>= 5' }])
    const { root, store } = new Differences(versionsOf(old, next), true)
    expect(root).not.toBe(store.leaf(SAME))
  })
})

describe('whether a region is decided alike', () => {
  const one = small({ nodes: [says('x')], edges: [['start', 'x']] })
  const versions = versionsOf(one, one)
  const region = { box: new Map<number, number>(), label: 0 }
  const within = (budget: number) =>
    new Uniform(versions, versions.sets, budget).is(
      decidedAt(versions, versions.old, []),
      versions.old,
      region,
    )

  it('takes a look at each place, and is not so where there is none left', () => {
    expect(within(1)).toBe(true)
    expect(within(0)).toBe(false)
  })
})
