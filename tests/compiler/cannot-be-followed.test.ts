import { expect, it } from 'vitest'
import { decide } from '@/compiler/meaning/decide'
import { says, small, yesNo } from './small-policy'

const policy = small({
  facts: { gift: yesNo() },
  nodes: [{ id: 'q', kind: 'question', facts: ['gift'] }, says('a')],
  edges: [
    ['start', 'q'],
    ['q', 'a', { gift: 'true' }],
  ],
})

it('a chart that cannot be followed gives no answer at all, rather than a wrong one', () => {
  const { chart } = policy
  const without = {
    ...policy,
    chart: { ...chart, nodes: chart.nodes.filter(({ kind }) => kind !== 'start') },
  }
  expect(() => decide(without, 'T1', { gift: true })).toThrow(TypeError)
  const nowhere = { ...policy, chart: { ...chart, edges: chart.edges.slice(1) } }
  expect(() => decide(nowhere, 'T1', { gift: true })).toThrow(TypeError)
  expect(() => decide(policy, 'T9', { gift: true })).toThrow(new RangeError('There is no tier “T9”.'))
  expect(decide(policy, 'T1', { gift: false }, { path: true })).toEqual({
    kind: 'gap',
    question: 'q',
    path: { nodes: ['start', 'q'], edges: ['e0'] },
  })
})
