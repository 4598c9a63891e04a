import { describe, expect, it } from 'vitest'
import { applyFix } from '@/compiler/language/apply-fix'
import type { Code, Fix } from '@/compiler/language/finding'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { check } from './checked'
import { amount, found, says, small, yesNo } from './small-policy'

const fixOf = (policy: Policy, code: Code): Fix | undefined => {
  const [finding] = found(policy, code)
  expect(finding, code).toBeDefined()
  return finding!.fix
}
const mended = (policy: Policy, code: Code): Policy => applyFix(policy, fixOf(policy, code)!)
const errors = (policy: Policy) => check(policy).findings.filter(({ severity }) => severity === 'error')
const up = (id: string, to: string): Node => ({
  id,
  kind: 'escalate',
  to,
  mode: 'consult',
  say: 'One moment.',
})

describe('a missing authority', () => {
  const credit = {
    params: { amount: { type: 'number' as const } },
    grants: { T1: { amount: '<= 25' }, T3: {} },
  }
  const give: Node = {
    id: 'give',
    kind: 'action',
    action: 'credit',
    with: { amount: 100 },
    say: 'Here it is.',
  }
  const credited = (before: Node[], after: Node[], lines: [string, string][]) =>
    small({
      tiers: ['T1', 'T2', 'T3', 'T4'],
      actions: { credit },
      nodes: [...before, give, ...after, says('done')],
      edges: lines,
    })

  it('is had by raising the escalation that every case comes through', () => {
    const policy = credited(
      [up('ask', 'T2')],
      [],
      [
        ['start', 'ask'],
        ['ask', 'give'],
        ['give', 'done'],
      ],
    )
    const after = mended(policy, 'no-authority')
    expect(after.chart.nodes.find(node => node.id === 'ask')).toEqual(up('ask', 'T3'))
    expect(errors(after)).toEqual([])
  })

  it('is had by a new escalation to the lowest tier that may, where there is none before', () => {
    const policy = credited(
      [],
      [up('on', 'T4')],
      [
        ['start', 'give'],
        ['give', 'on'],
        ['on', 'done'],
      ],
    )
    const after = mended(policy, 'no-authority')
    expect(after.chart.nodes.at(-1)).toEqual({ id: 'escalate', kind: 'escalate', to: 'T3', mode: 'consult' })
    expect(errors(after)).toEqual([])
  })

  it('is not had where an escalation further on would then no longer go upward', () => {
    const policy = credited(
      [],
      [up('on', 'T3')],
      [
        ['start', 'give'],
        ['give', 'on'],
        ['on', 'done'],
      ],
    )
    expect(fixOf(policy, 'no-authority')).toBeUndefined()
  })
})

describe('an escalation that does not go upward', () => {
  const twice = (tiers: string[], onward: boolean) =>
    small({
      tiers,
      nodes: [up('one', 'T2'), up('two', 'T2'), says('done')],
      edges: [['start', 'one'], ['one', 'two'], ...(onward ? ([['two', 'done']] as [string, string][]) : [])],
    })
  it('goes to the next tier; at the highest the chart goes on without it; an end stays', () => {
    expect(mended(twice(['T1', 'T2', 'T3'], true), 'escalates-down').chart.nodes[2]).toEqual(up('two', 'T3'))
    const without = mended(twice(['T1', 'T2'], true), 'escalates-down')
    expect(without.chart.nodes.map(({ id }) => id)).toEqual(['start', 'one', 'done'])
    expect(without.chart.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['start one', 'one done'])
    expect(fixOf(twice(['T1', 'T2'], false), 'escalates-down')).toBeUndefined()
  })
})

describe('a gap', () => {
  const asked = (tiers: string[], more: Node[] = []) =>
    small({
      tiers,
      facts: { gift: yesNo(), total: amount() },
      nodes: [{ id: 'q', kind: 'question', facts: ['gift', 'total'] }, says('a'), ...more],
      edges: [
        ['start', 'q'],
        ['q', 'a', { gift: 'true', total: '< 10' }],
      ],
    })
  it('over several facts is what no other answer takes, handed to who is above', () => {
    const after = mended(asked(['T1', 'T2']), 'gap')
    expect(after.chart.edges.at(-1)).toEqual({ id: 'e3', from: 'q', to: 'escalate', otherwise: true })
    expect(errors(after)).toEqual([])
  })
  it('is handed over by an escalation that ends the case already, and is in use', () => {
    const there = asked(['T1', 'T2'], [up('there', 'T2')])
    there.chart.edges.push({ id: 'e9', from: 'q', to: 'there', when: { gift: 'false', total: '> 90' } })
    const after = mended(there, 'gap')
    expect(after.chart.edges.at(-1)).toMatchObject({ to: 'there', otherwise: true })
    expect(after.chart.nodes).toHaveLength(there.chart.nodes.length)
  })
  it('is for a person to answer where nobody is above', () => {
    expect(fixOf(asked(['T1']), 'gap')).toBeUndefined()
  })
})

describe('an overlap', () => {
  const both = (one: Record<string, string>, two: Record<string, string>, to = 'b') =>
    small({
      facts: { gift: yesNo(), total: amount() },
      nodes: [{ id: 'q', kind: 'question', facts: ['gift', 'total'] }, says('a'), says('b')],
      edges: [
        ['start', 'q'],
        ['q', 'a', one],
        ['q', to, two],
        ['q', 'a', 'otherwise'],
      ],
    })
  const whens = (policy: Policy) => policy.chart.edges.slice(1).map(({ when }) => when)

  it('is cut out of the later answer, in as many pieces as that takes', () => {
    const policy = both({ gift: 'true', total: '< 10' }, { total: '>= 5' })
    expect(whens(mended(policy, 'overlap'))).toEqual([
      { gift: 'true', total: '< 10' },
      { gift: 'false', total: '>= 5' },
      undefined,
      { gift: 'true', total: '>= 10' },
    ])
  })
  it('is cut out of the earlier one where the later is its exception', () => {
    const policy = both({ total: '>= 5' }, { gift: 'true', total: '>= 5' })
    expect(whens(mended(policy, 'overlap')).slice(0, 2)).toEqual([
      { gift: 'false', total: '>= 5' },
      { gift: 'true', total: '>= 5' },
    ])
  })
  it('of two answers that are the same is settled only where they lead to the same', () => {
    const same = { total: '< 5' }
    expect(fixOf(both(same, same), 'overlap')).toBeUndefined()
    expect(mended(both(same, same, 'a'), 'overlap').chart.edges).toHaveLength(3)
  })
})

describe('an answer that is never taken', () => {
  const answers = (third: string) =>
    small({
      facts: { total: amount({ step: 1 }) },
      nodes: [{ id: 'q', kind: 'question', facts: ['total'] }, says('a'), says('b'), says('c')],
      edges: [
        ['start', 'q'],
        ['q', 'a', { total: '< 5' }],
        ['q', 'b', { total: '> 10' }],
        ['q', 'c', { total: third }],
      ],
    })
  it('is turned round where its interval runs from high to low, and nobody else takes those cases', () => {
    const after = mended(answers('[10..5]'), 'never-taken')
    expect(after.chart.edges.at(-1)!.when).toEqual({ total: '[5..10]' })
    expect(check(after).findings).toEqual([])
  })
  it('is turned round where the answer tests another fact, too, which stays as it is', () => {
    const policy = answers('[10..5]')
    policy.handbook.facts.gift = yesNo()
    Object.assign(policy.chart.nodes.find(node => node.id === 'q')!, { facts: ['total', 'gift'] })
    policy.chart.edges.at(-1)!.when = { total: '[10..5]', gift: 'true' }
    const after = mended(policy, 'never-taken')
    expect(after.chart.edges.at(-1)!.when).toEqual({ total: '[5..10]', gift: 'true' })
  })
  it('is taken out where somebody does', () => {
    expect(fixOf(answers('[20..3]'), 'never-taken')!.edits).toEqual([{ path: ['chart', 'edges', 3] }])
  })
})

describe('a step that no path leads to', () => {
  it('is taken out alone where only a line of its own leads to it', () => {
    const policy = small({
      nodes: [says('done'), up('lost', 'T1')],
      edges: [
        ['start', 'done'],
        ['lost', 'lost'],
      ],
    })
    expect(fixOf(policy, 'unreachable')!.title).toBe('Take out the escalation “lost”')
  })
})

describe('an entry that nothing uses', () => {
  it('leaves the cases of scenarios with it, and stays where one expects it', () => {
    const idle = small({
      facts: { idle: yesNo() },
      nodes: [says('a')],
      edges: [['start', 'a']],
    })
    const scenario = { title: 'One', tier: 'T1', facts: { idle: true }, expect: {} }
    expect(mended({ ...idle, scenarios: [scenario] }, 'unused').scenarios).toEqual([
      { ...scenario, facts: {} },
    ])
    const expecting = { ...idle, scenarios: [{ ...scenario, expect: { asked: ['idle'] } }] }
    expect(fixOf(expecting, 'unused')).toBeUndefined()
  })
})
