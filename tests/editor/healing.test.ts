import { describe, expect, it } from 'vitest'
import { remove } from '@/app/_editor/document/chart-edits'
import { heal, healingOf } from '@/app/_editor/document/healing'
import { refusesSplice, splice } from '@/app/_editor/document/splice'
import type { PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

/** Two magic words lead to one question each; both questions lead on to the same close, one to another as well. */
function twoPaths(): PolicyDocument {
  const policy = smallPolicy()
  policy.chart = {
    nodes: [
      { id: 'a', kind: 'trigger', priority: 1, when: { danger: 'true' } },
      { id: 'b', kind: 'trigger', priority: 2, when: { danger: 'true' } },
      { id: 'one', kind: 'question', facts: ['gift'] },
      { id: 'two', kind: 'action', action: 'credit' },
      { id: 'done', kind: 'close', result: 'resolved' },
      { id: 'no', kind: 'close', result: 'declined' },
    ],
    edges: [
      { id: 'e1', from: 'a', to: 'one' },
      { id: 'e2', from: 'one', to: 'two', when: { gift: 'true' } },
      { id: 'e3', from: 'one', to: 'no', when: { gift: 'false' } },
      { id: 'e4', from: 'b', to: 'two' },
      { id: 'e5', from: 'two', to: 'done' },
    ],
  }
  return policy
}

function without(nodes: string[], edges: string[] = []) {
  const before = twoPaths()
  const after = structuredClone(before)
  remove(after, nodes, edges)
  return { after, healing: healingOf(before, after, edges) }
}

const lines = ({ chart }: PolicyDocument) => chart.edges.map(({ id, from, to }) => `${id} ${from} ${to}`)

describe('a path that was cut', () => {
  it('is healed over all steps that are gone, each line to where it led, in the order that lines had', () => {
    const { after, healing } = without(['one', 'two'])
    expect(lines(after)).toEqual([])
    expect(healing?.targets).toEqual(['no', 'done'])
    heal(after, healing!, 'no')
    // The second magic word never led to the refusal.
    expect(lines(after)).toEqual(['e1 a no', 'e4 b done'])
  })

  it('keeps what an answer asks for', () => {
    const { after, healing } = without(['two'])
    heal(after, healing!, 'done')
    expect(after.chart.edges[1]).toEqual({ id: 'e2', from: 'one', to: 'done', when: { gift: 'true' } })
    expect(lines(after)).toEqual(['e1 a one', 'e2 one done', 'e3 one no', 'e4 b done'])
  })

  it('is not healed where nothing led on, nor along lines that somebody took away', () => {
    expect(without(['done']).healing).toBe(null)
    expect(without(['two'], ['e5']).healing).toBe(null)
    expect(without([], ['e1']).healing).toBe(null)
    expect(without(['two'], ['e4']).healing?.cuts.map(({ edge }) => edge.id)).toEqual(['e2'])
  })
})

describe('a step that goes into a line', () => {
  it('leads on to where the line led', () => {
    const policy = twoPaths()
    policy.chart.nodes.push({ id: 'more', kind: 'action', action: 'credit' })
    expect(refusesSplice(policy, 'more', 'e2')).toBe(null)
    splice(policy, 'more', 'e2', { is: 'out', handle: 'out' })
    expect(lines(policy)).toContain('e2 one more')
    expect(policy.chart.edges.at(-1)).toMatchObject({ from: 'more', to: 'two' })
  })

  it('is one that leads on, stands by itself, and would not lead round in circles', () => {
    const policy = twoPaths()
    policy.chart.nodes.push({ id: 'end', kind: 'close', result: 'resolved' })
    expect(refusesSplice(policy, 'end', 'e2')).toBe('Only a step that leads on can stand between two others.')
    expect(refusesSplice(policy, 'a', 'e2')).toBe('Only a step that leads on can stand between two others.')
    expect(refusesSplice(policy, 'two', 'e1')).toBe(
      'This step leads elsewhere already. Take its line away first.',
    )
    expect(refusesSplice(policy, 'two', 'e2')).toBe('This line is one of the step’s own.')
    policy.chart.nodes.push({ id: 'late', kind: 'action', action: 'credit' })
    policy.chart.edges.push({ id: 'e6', from: 'two', to: 'late' })
    expect(refusesSplice(policy, 'late', 'e2')).toBe('That would lead a case round in circles.')
  })
})
