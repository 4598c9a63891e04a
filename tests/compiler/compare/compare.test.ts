import { describe, expect, it } from 'vitest'
import { diff } from '@/compiler/compare/diff'
import type { Outcome } from '@/compiler/compare/outcome'
import { TooDifferent } from '@/compiler/compare/too-different'
import type { Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { amount, says, small, yesNo } from '../small-policy'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
const changed = (policy: Policy, change: (copy: Policy) => void): Policy => {
  const copy = structuredClone(policy)
  change(copy)
  return copy
}
const node = (policy: Policy, id: string) =>
  policy.chart.nodes.find(each => each.id === id) as { say?: string }
const regions = (old: Policy, next: Policy) => diff(old, next, 'T1').changes.map(({ when }) => when)

/** Questions in a row that each do something on a yes; then the case is closed. */
const inARow = (count: number) =>
  small({
    facts: Object.fromEntries(numbers(count).map(i => [`f${i}`, yesNo()])),
    actions: { pay: { params: { what: { type: 'number' } }, grants: { T1: {} } } },
    nodes: [
      ...numbers(count).flatMap(i => [
        { id: `q${i}`, kind: 'question' as const, facts: [`f${i}`] },
        { id: `a${i}`, kind: 'action' as const, action: 'pay', with: { what: i }, say: `Step ${i}.` },
      ]),
      says('done'),
    ],
    edges: [
      ['start', 'q0'],
      ...numbers(count).flatMap((i): [string, string, Record<string, string>?][] => {
        const next = i + 1 < count ? `q${i + 1}` : 'done'
        return [
          [`q${i}`, `a${i}`, { [`f${i}`]: 'true' }],
          [`q${i}`, next, { [`f${i}`]: 'false' }],
          [`a${i}`, next],
        ]
      }),
    ],
  })

describe('regions', () => {
  it('are not split by steps that both versions do, before a difference, behind it or between two', () => {
    const old = inARow(12)
    const closed = changed(old, copy => {
      node(copy, 'done').say = 'Goodbye.'
    })
    expect(diff(old, closed, 'T1').changes).toMatchObject([
      { kind: 'wording', when: {}, before: { steps: [] }, after: { steps: [], end: { say: 'Goodbye.' } } },
    ])
    const twice = changed(old, copy => {
      node(copy, 'a2').say = 'Third.'
      node(copy, 'a9').say = 'Tenth.'
    })
    expect(regions(old, twice)).toEqual([
      { f2: 'false', f9: 'true' },
      { f2: 'true', f9: 'false' },
      { f2: 'true', f9: 'true' },
    ])
    const both = diff(old, twice, 'T1').changes[2]
    expect(both!.before).toMatchObject({ steps: [{ say: 'Step 2.' }, { say: 'Step 9.' }] })
    expect(both!.after).toMatchObject({ steps: [{ say: 'Third.' }, { say: 'Tenth.' }] })
  })

  it('name the steps that both do where every case has them', () => {
    const old = small({
      facts: { late: yesNo() },
      actions: { thank: { grants: { T1: {} } } },
      nodes: [
        { id: 'thanks', kind: 'action', action: 'thank' },
        { id: 'q', kind: 'question', facts: ['late'] },
        says('yes'),
        says('no'),
      ],
      edges: [
        ['start', 'thanks'],
        ['thanks', 'q'],
        ['q', 'yes', { late: 'true' }],
        ['q', 'no', { late: 'false' }],
      ],
    })
    const next = changed(old, copy => {
      node(copy, 'yes').say = 'Certainly.'
    })
    expect(diff(old, next, 'T1').changes).toMatchObject([
      {
        when: { late: 'true' },
        before: { steps: [{ action: 'thank' }] },
        after: { steps: [{ action: 'thank' }] },
      },
    ])
  })

  it('tell a step that is done twice from one that is done once', () => {
    const paying = (times: number) =>
      small({
        facts: { late: yesNo(), gift: yesNo() },
        actions: { thank: { grants: { T1: {} } } },
        nodes: [
          { id: 'q', kind: 'question', facts: ['late'] },
          ...numbers(times).map(i => ({
            id: `a${i}`,
            kind: 'action' as const,
            action: 'thank',
            say: 'Thanks.',
          })),
          { id: 'again', kind: 'question', facts: ['gift'] },
          says('yes'),
          says('no'),
        ],
        edges: [
          ['start', 'q'],
          ['q', 'a0', { late: 'true' }],
          ['q', 'again', { late: 'false' }],
          ...numbers(times).map((i): [string, string] => [`a${i}`, i + 1 < times ? `a${i + 1}` : 'again']),
          ['again', 'yes', { gift: 'true' }],
          ['again', 'no', { gift: 'false' }],
        ],
      })
    for (const [was, is] of [
      [1, 2],
      [3, 1],
      [2, 3],
    ] as const)
      expect(regions(paying(was), paying(is)), `${was} and ${is}`).toEqual([
        { gift: 'false', late: 'true' },
        { gift: 'true', late: 'true' },
      ])
  })

  it('name all steps where one has changed its place', () => {
    const thanking = (first: boolean) =>
      small({
        facts: { late: yesNo(), gift: yesNo() },
        actions: { thank: { grants: { T1: {} } }, pay: { grants: { T1: {} } } },
        nodes: [
          { id: 'q', kind: 'question', facts: ['late'] },
          ...['thanks', 'thanks-yes', 'thanks-no'].map(id => ({
            id,
            kind: 'action' as const,
            action: 'thank',
          })),
          { id: 'much', kind: 'action', action: 'pay', say: 'Much.' },
          { id: 'little', kind: 'action', action: 'pay', say: 'Little.' },
          { id: 'again', kind: 'question', facts: ['gift'] },
          says('yes'),
          says('no'),
        ],
        edges: [
          ['start', first ? 'thanks' : 'q'],
          ['thanks', 'q'],
          ['q', 'much', { late: 'true' }],
          ['q', 'little', { late: 'false' }],
          ['much', 'again'],
          ['little', 'again'],
          ['again', first ? 'yes' : 'thanks-yes', { gift: 'true' }],
          ['again', first ? 'no' : 'thanks-no', { gift: 'false' }],
          ['thanks-yes', 'yes'],
          ['thanks-no', 'no'],
        ],
      })
    const { changes } = diff(thanking(false), thanking(true), 'T1')
    const actions = (outcome: Outcome) =>
      outcome.kind === 'decision' ? outcome.steps.map(({ action }) => action) : []
    expect(changes.map(({ when }) => when)).toHaveLength(4)
    for (const { before, after } of changes)
      expect([actions(before), actions(after)]).toEqual([
        ['pay', 'thank'],
        ['thank', 'pay'],
      ])
  })

  it('tell what was done otherwise before a question over several facts that is the same', () => {
    const old = small({
      facts: { late: yesNo(), gift: yesNo(), paid: amount() },
      actions: { thank: { grants: { T1: {} } } },
      nodes: [
        { id: 'q', kind: 'question', facts: ['late'] },
        { id: 'a', kind: 'action', action: 'thank', say: 'Thanks.' },
        { id: 'which', kind: 'question', facts: ['gift', 'paid'] },
        says('x'),
        says('y'),
      ],
      edges: [
        ['start', 'q'],
        ['q', 'a', { late: 'true' }],
        ['q', 'which', { late: 'false' }],
        ['a', 'which'],
        ['which', 'x', { gift: 'true', paid: '< 5' }],
        ['which', 'y', 'otherwise'],
      ],
    })
    const next = changed(old, copy => {
      node(copy, 'a').say = 'Thank you.'
    })
    const found = regions(old, next)
    expect(found.every(({ late }) => late === 'true')).toBe(true)
    expect(found.length).toBe(3)
  })

  it('tell what goes on alike for some of the cases that come to a place from what does for others', () => {
    const old = small({
      facts: { paid: amount() },
      actions: { note: { grants: { T1: {} } } },
      nodes: [
        { id: 'q', kind: 'question', facts: ['paid'] },
        { id: 'a', kind: 'action', action: 'note', say: 'A.' },
        { id: 'b', kind: 'action', action: 'note', say: 'B.' },
        { id: 'again', kind: 'question', facts: ['paid'] },
        says('little'),
        says('much'),
      ],
      edges: [
        ['start', 'q'],
        ['q', 'a', { paid: '< 5' }],
        ['q', 'b', { paid: '>= 5' }],
        ['a', 'again'],
        ['b', 'again'],
        ['again', 'little', { paid: '< 5' }],
        ['again', 'much', { paid: '>= 5' }],
      ],
    })
    for (const end of ['little', 'much']) {
      const next = changed(old, copy => {
        node(copy, 'a').say = 'Other words.'
        node(copy, 'b').say = 'Other words.'
        node(copy, end).say = 'Another end.'
      })
      const ends = diff(old, next, 'T1').changes.map(({ when, after }) => [
        when.paid,
        after.kind === 'decision' && after.end.say,
      ])
      expect(ends).toEqual([
        ['< 5', end === 'little' ? 'Another end.' : 'Words of little.'],
        ['>= 5', end === 'much' ? 'Another end.' : 'Words of much.'],
      ])
    }
  })

  it('are joined: values apart from each other are one region', () => {
    const answers = ['"a"', '"b"', '"c"', '"d"']
    const old = small({
      facts: { kind: { type: 'string', allowedValues: answers.join(', '), source: 'record' } },
      nodes: [{ id: 'q', kind: 'question', facts: ['kind'] }, says('x'), says('y')],
      edges: [
        ['start', 'q'],
        ...answers.map((kind): [string, string, { kind: string }] => ['q', 'x', { kind }]),
      ],
    })
    const next = changed(old, ({ chart }) => {
      chart.edges[1]!.to = 'y'
      chart.edges[3]!.to = 'y'
    })
    expect(regions(old, next)).toEqual([{ kind: '"a", "c"' }])
  })
})

describe('steps of a number that changed', () => {
  const paid = (step: number | undefined, allowedValues: string, bound: number) =>
    small({
      facts: { paid: amount({ allowedValues, ...(step !== undefined && { step }) }) },
      nodes: [{ id: 'q', kind: 'question', facts: ['paid'] }, says('little'), says('much')],
      edges: [
        ['start', 'q'],
        ['q', 'little', { paid: `< ${bound}` }],
        ['q', 'much', { paid: `>= ${bound}` }],
      ],
    })

  it('are regions, value by value, where these can be listed', () => {
    const { same, changes } = diff(paid(1, '[0..3]', 2), paid(0.5, '[0..3]', 2), 'T1')
    expect(same).toBe(false)
    expect(changes.map(({ when, before }) => [when, before.kind])).toEqual([
      [{ paid: '0.5, 1.5' }, 'invalid'],
      [{ paid: '2.5' }, 'invalid'],
    ])
    expect(regions(paid(1, '[0..2]', 1), paid(undefined, '[0..2]', 1))).toEqual([
      { paid: '(0..1)' },
      { paid: '(1..2)' },
    ])
  })

  it('make no difference where the values are the same', () => {
    expect(diff(paid(5, '0, 10, 20', 10), paid(10, '0, 10, 20', 10), 'T1')).toMatchObject({
      same: true,
      changes: [],
    })
  })

  it('are told as a change of the fact where no test could say which values they are; those of both are compared', () => {
    const [old, next] = [paid(0.02, '[0..100000]', 10), paid(0.03, '[0..100000]', 20)]
    const found = diff(old, next, 'T1')
    // What both know is what 0.06 divides.
    expect(found).toMatchObject({ same: false, facts: { changed: ['paid'] } })
    expect(found.changes.map(({ when }) => when)).toEqual([{ paid: '(9.96..19.98]' }])
    const same = diff(paid(0.02, '[0..100000]', 10), paid(0.03, '[0..100000]', 10), 'T1')
    expect(same).toMatchObject({ same: false, changes: [], facts: { changed: ['paid'] } })
  })
})

it('a fact of another type is told under facts, and not as regions', () => {
  const asked = (type: 'boolean' | 'number', yes: string, no: string) =>
    small({
      facts: { late: { type, source: 'record' } },
      nodes: [{ id: 'q', kind: 'question', facts: ['late'] }, says('a'), says('b')],
      edges: [
        ['start', 'q'],
        ['q', 'a', { late: yes }],
        ['q', 'b', { late: no }],
      ],
    })
  expect(diff(asked('boolean', 'true', 'false'), asked('number', '> 0', '<= 0'), 'T1')).toMatchObject({
    same: false,
    changes: [],
    facts: { changed: ['late'] },
  })
})

it('an example shows that other facts supply a parameter', () => {
  const paying = (from: string) =>
    small({
      facts: { paid: amount(), owed: amount() },
      actions: { pay: { params: { amount: { type: 'number' } }, grants: { T1: {} } } },
      nodes: [{ id: 'a', kind: 'action', action: 'pay', with: { amount: { fact: from } } }, says('done')],
      edges: [
        ['start', 'a'],
        ['a', 'done'],
      ],
    })
  // Both facts have to be seen by both versions, or the other one's is ignored.
  const [old, next] = [paying('paid'), paying('owed')]
  const { example } = diff(old, next, 'T1').changes[0]!
  expect(example.paid).not.toBe(example.owed)
  expect(reading(old).decide('T1', example)).not.toEqual(reading(next).decide('T1', example))
})

describe('limits', () => {
  it('versions that differ in more ways than can be told are given up in bounded time and memory', () => {
    const old = inARow(40)
    const next = changed(old, ({ chart }) => {
      for (const each of chart.nodes) if (each.kind === 'action') each.say = `${each.say} And thank you.`
    })
    const before = process.memoryUsage().heapUsed
    const start = performance.now()
    expect(() => diff(old, next, 'T1')).toThrow(TooDifferent)
    expect(performance.now() - start).toBeLessThan(30_000)
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(1500)
  })

  it('a long chart is compared to its end', () => {
    const old = inARow(600)
    const next = changed(old, copy => {
      node(copy, 'a599').say = 'The last.'
    })
    expect(regions(old, next)).toEqual([{ f599: 'true' }])
    expect(diff(old, structuredClone(old), 'T1').same).toBe(true)
  })
})
