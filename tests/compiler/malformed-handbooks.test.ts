import { describe, expect, it } from 'vitest'
import { compileAll } from '@/compiler/compile'
import type { Fact } from '@/compiler/language/fact'
import type { Action } from '@/compiler/language/handbook'
import { load } from '@/compiler/runtime/load'
import { check } from './checked'
import { amount, found, says, small, yesNo } from './small-policy'

const handbook = (facts: Record<string, Fact>, actions: Record<string, Action> = {}) =>
  small({ facts, actions, timeZone: 'UTC', nodes: [says('done')], edges: [['start', 'done']] })

const givenBy = (fact: Partial<Fact>, step?: number) =>
  small({
    facts: { total: amount(fact) },
    actions: {
      credit: { params: { amount: { type: 'number', ...(step && { step }) } }, grants: { T1: {} } },
    },
    nodes: [
      { id: 'give', kind: 'action', action: 'credit', with: { amount: { fact: 'total' } } },
      says('done'),
    ],
    edges: [
      ['start', 'give'],
      ['give', 'done'],
    ],
  })

describe('a volunteered fact', () => {
  const volunteered = (allowedValues?: string): Fact => ({
    ...yesNo(),
    volunteered: true,
    ...(allowedValues !== undefined && { allowedValues }),
  })
  it('may not leave out false, which it is where nobody brings it up', () => {
    const [finding] = found(handbook({ f: volunteered('true') }), 'malformed')
    expect(finding?.path).toEqual(['handbook', 'facts', 'f', 'allowedValues'])
    for (const allowed of [undefined, 'false', 'true, false'])
      expect(found(handbook({ f: volunteered(allowed) }), 'malformed')).toEqual([])
  })
})

describe('a step', () => {
  it('has at most 15 digits', () => {
    for (const step of [1 / 3, 123_456_789_012_345_680])
      expect(found(handbook({ f: amount({ step }) }), 'malformed')[0]?.path).toEqual([
        'handbook',
        'facts',
        'f',
        'step',
      ])
    for (const step of [0.01, 1e-7, 5e-324, 1e308, 123_456_789_012_345])
      expect(found(handbook({ f: amount({ step }) }), 'malformed'), String(step)).toEqual([])
  })

  it('of a parameter belongs to numbers too', () => {
    const action = (type: 'date' | 'number'): Action => ({ params: { p: { type, step: 1 } } })
    expect(found(handbook({}, { a: action('date') }), 'malformed')[0]?.path).toEqual([
      'handbook',
      'actions',
      'a',
      'params',
      'p',
      'step',
    ])
    expect(found(handbook({}, { a: action('number') }), 'malformed')).toEqual([])
  })

  it('of a parameter holds for every value of the fact that supplies it', () => {
    const between: [Partial<Fact>, number][] = [
      [{}, 0.01],
      [{ step: 0.25 }, 0.1],
      [{ allowedValues: '[0..1]' }, 1],
      [{ allowedValues: '0.5, 1' }, 1],
    ]
    for (const [fact, step] of between)
      expect(found(givenBy(fact, step), 'malformed')[0]?.path, JSON.stringify([fact, step])).toEqual([
        'chart',
        'nodes',
        1,
        'with',
        'amount',
      ])
    const within: [Partial<Fact>, number?][] = [
      [{}],
      [{ step: 0.3 }, 0.1],
      [{ step: 5 }, 0.01],
      [{ step: 1e300 }, 1e-300],
      [{ allowedValues: '1, 2.5' }, 0.5],
      [{ step: 2, allowedValues: '[3..5]' }, 4],
    ]
    for (const [fact, step] of within)
      expect(found(givenBy(fact, step), 'malformed'), JSON.stringify([fact, step])).toEqual([])
  })
})

describe('a time zone', () => {
  it('is a place, since an offset knows no summer time', () => {
    const zoned = (timeZone: string) => ({ ...handbook({}), timeZone })
    for (const wrong of ['+06:00', '-05', 'Mars/Olympus', ''])
      expect(found(zoned(wrong), 'malformed')[0]?.path, wrong).toEqual(['timeZone'])
    for (const right of ['America/Chicago', 'UTC']) expect(found(zoned(right), 'malformed')).toEqual([])
  })
})

describe('words that name a fact in braces', () => {
  const speaking = (say: string) =>
    small({ facts: { order: amount() }, nodes: [says('done', say)], edges: [['start', 'done']] })
  it('name one that exists: another would be read out as it stands', () => {
    const [finding] = found(speaking('Order {oder} is on its way.'), 'unknown-reference')
    expect(finding?.path).toEqual(['chart', 'nodes', 1, 'say'])
    expect(finding?.message).toContain('Did you mean “order”?')
    expect(found(speaking('Order {order} is on its way.'), 'unknown-reference')).toEqual([])
  })
  it('in what is asked and in guidance as well', () => {
    const asked = handbook({ f: { ...yesNo(), ask: 'Is it {x}?', guidance: 'Look at {y}.' } })
    expect(found(asked, 'unknown-reference').map(finding => finding.path?.at(-1))).toEqual([
      'ask',
      'guidance',
    ])
  })
})

describe('an action that only a guardrail names', () => {
  it('is used', () => {
    const ruled = (named: boolean) =>
      small({
        actions: { pay: { grants: { T1: {} } } },
        ...(named && { guardrails: [{ id: 'never-pay', when: {}, never: { action: 'pay' } }] }),
        nodes: [says('done')],
        edges: [['start', 'done']],
      })
    expect(found(ruled(false), 'unused')).toHaveLength(1)
    expect(found(ruled(true), 'unused')).toEqual([])
  })
})

describe('names that JavaScript’s objects have too', () => {
  for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
    it(`${name} is a name like any other`, () => {
      const policy = small({
        tiers: [name, 'T2'],
        facts: { [name]: amount() },
        actions: { [name]: { params: { [name]: { type: 'number' } }, grants: { [name]: {} } } },
        nodes: [
          { id: 'q', kind: 'question', facts: [name] },
          {
            id: name,
            kind: 'action',
            action: name,
            with: { [name]: { fact: name } },
            say: `It is {${name}}.`,
          },
          says('done'),
        ],
        edges: [
          ['start', 'q'],
          ['q', name, { [name]: '< 5' }],
          ['q', 'done', 'otherwise'],
          [name, 'done'],
        ],
      })
      const { findings, artifacts } = compileAll(policy)
      expect(findings).toEqual([])
      const table = load(artifacts![name]!)
      expect(table.decide({})).toMatchObject({ kind: 'ask', fact: name })
      expect(table.decide({ [name]: 3 })).toMatchObject({ steps: [{ with: { [name]: 3 } }] })
      expect(table.decide({ [name]: 3, propertyIsEnumerable: 1 })).toMatchObject({
        ignored: ['propertyIsEnumerable'],
      })
    })

  it('do not exist where they are not written', () => {
    const nothing = small({
      nodes: [
        { id: 'a', kind: 'action', action: 'constructor' },
        { id: 'q', kind: 'question', facts: ['toString'] },
        { id: 'e', kind: 'escalate', to: 'valueOf', mode: 'consult' },
      ],
      edges: [
        ['start', 'a'],
        ['a', 'q'],
        ['q', 'e', 'otherwise'],
      ],
    })
    expect(check(nothing).findings.map(finding => finding.message)).toEqual([
      'There is no action “constructor”.',
      'There is no fact “toString”.',
      'There is no tier “valueOf”.',
    ])
  })
})
