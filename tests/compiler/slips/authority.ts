import type { Action } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { With } from '@/compiler/language/kinds/common'
import type { Policy } from '@/compiler/language/policy'
import { amount, type Small, says, small, yesNo } from '../small-policy'

type Line = Small['edges'][number]
const TIERS = ['T1', 'T2', 'T3']
const up = (id: string, to: string, more: Partial<Node> = {}) =>
  ({ id, kind: 'escalate', to, mode: 'consult', say: 'One moment.', ...more }) as Node
const give = (given: With = { amount: 100 }): Node => ({
  id: 'give',
  kind: 'action',
  action: 'credit',
  with: given,
  say: 'Here it is.',
})
const CREDIT: Action = {
  title: 'Goodwill credit',
  params: { amount: { type: 'number', allowedValues: '>= 0' } },
  grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 200' }, T3: {} },
}
const credited = (nodes: Node[], edges: Line[], action: Action = CREDIT, more: Partial<Small> = {}): Policy =>
  small({ tiers: TIERS, actions: { credit: action }, nodes: [...nodes, says('done')], edges, ...more })
const straight = (action: Action, given?: With, more: Partial<Small> = {}) =>
  credited(
    [give(given)],
    [
      ['start', 'give'],
      ['give', 'done'],
    ],
    action,
    more,
  )
const byTotal = (allowedValues: string | undefined, more: Partial<Action> = {}) =>
  straight(
    { ...CREDIT, ...more },
    { amount: { fact: 'total' } },
    {
      facts: {
        total: amount({ title: 'Order total', ...(allowedValues !== undefined && { allowedValues }) }),
      },
    },
  )
const offered = (given: With, before: Node[] = [], lines: Line[] = [['start', 'a']]) =>
  credited(
    [
      ...before,
      {
        id: 'a',
        kind: 'close',
        result: 'declined',
        say: 'No.',
        options: [{ say: 'Or else.' }, { action: 'credit', with: given }],
      },
    ],
    lines,
  )
const grants = (of: Action['grants'], type: 'number' | 'string' | 'time' = 'number') =>
  straight(
    { params: { amount: { type } }, ...(of && { grants: of }) },
    { amount: type === 'number' ? 1 : type === 'time' ? '01:00:00' : 'a' },
  )

const AUTHORITY: Record<string, Policy> = {
  'a credit beyond the limit': straight(CREDIT),
  'a credit within it': straight(CREDIT, { amount: 25 }),
  'a credit beyond that of the second tier': straight(CREDIT, { amount: 200.5 }),
  'a credit that nobody may give': straight({ ...CREDIT, grants: { T1: { amount: '<= 25' } } }),
  'a credit by nobody': straight({ ...CREDIT, grants: {} }),
  'a credit without grants': straight({ params: CREDIT.params! }),
  'a credit that only the third tier may give': straight({ ...CREDIT, grants: { T3: {} } }),
  'a credit by a fact': byTotal('[0..1000]'),
  'a credit by a fact within the limit': byTotal('[0..25]'),
  'a credit by a fact that may be less than the parameter': byTotal('[-5..20]'),
  'a credit by a fact that may be anything': byTotal(undefined),
  'a credit by a fact, limited at the second tier only': byTotal('[0..1000]', {
    grants: { T1: {}, T2: { amount: '<= 500' } },
  }),
  'a credit by a fact that was asked before': {
    ...credited(
      [{ id: 'q', kind: 'question', facts: ['total'] }, give({ amount: { fact: 'total' } }), says('other')],
      [
        ['start', 'q'],
        ['q', 'give', { total: '< 50' }],
        ['q', 'other', 'otherwise'],
        ['give', 'done'],
      ],
      CREDIT,
      { facts: { total: amount({ allowedValues: '[0..1000]', mayBeUnknown: true }) } },
    ),
  },
  'a credit behind an escalation': credited(
    [up('ask', 'T2'), give({ amount: 150 })],
    [
      ['start', 'ask'],
      ['ask', 'give'],
      ['give', 'done'],
    ],
  ),
  'a credit behind an escalation that is too low': credited(
    [up('ask', 'T2'), give({ amount: 500 })],
    [
      ['start', 'ask'],
      ['ask', 'give'],
      ['give', 'done'],
    ],
  ),
  'a credit behind an escalation that is too low, and another behind it': credited(
    [up('ask', 'T2'), give({ amount: 500 }), up('on', 'T3')],
    [
      ['start', 'ask'],
      ['ask', 'give'],
      ['give', 'on'],
      ['on', 'done'],
    ],
  ),
  'a credit before an escalation to the tier that may': credited(
    [give({ amount: 150 }), up('on', 'T2')],
    [
      ['start', 'give'],
      ['give', 'on'],
      ['on', 'done'],
    ],
  ),
  'a credit before an escalation to a higher one': credited(
    [give({ amount: 150 }), up('on', 'T3')],
    [
      ['start', 'give'],
      ['give', 'on'],
      ['on', 'done'],
    ],
  ),
  'a credit along two ways, one through an escalation': credited(
    [{ id: 'q', kind: 'question', facts: ['gift'] }, up('ask', 'T2'), give({ amount: 150 })],
    [
      ['start', 'q'],
      ['q', 'ask', { gift: 'true' }],
      ['q', 'give', { gift: 'false' }],
      ['ask', 'give'],
      ['give', 'done'],
    ],
    CREDIT,
    { facts: { gift: yesNo() } },
  ),
  'a credit along two ways, both too low': credited(
    [{ id: 'q', kind: 'question', facts: ['gift'] }, up('ask', 'T2'), give({ amount: 500 })],
    [
      ['start', 'q'],
      ['q', 'ask', { gift: 'true' }],
      ['q', 'give', { gift: 'false' }],
      ['ask', 'give'],
      ['give', 'done'],
    ],
    CREDIT,
    { facts: { gift: yesNo() } },
  ),
  'a credit behind an action behind an escalation': credited(
    [up('ask', 'T2'), { ...give({ amount: 20 }), id: 'first' }, give({ amount: 500 })],
    [
      ['start', 'ask'],
      ['ask', 'first'],
      ['first', 'give'],
      ['give', 'done'],
    ],
  ),
  'an offer beyond the limit': offered({ amount: 26 }),
  'an offer within it': offered({ amount: 25 }),
  'an offer behind an escalation': offered(
    { amount: 201 },
    [up('ask', 'T2')],
    [
      ['start', 'ask'],
      ['ask', 'a'],
    ],
  ),
  'a name that is taken by the escalation of a fix': credited(
    [{ ...says('escalate') }, give()],
    [
      ['start', 'give'],
      ['give', 'escalate'],
    ],
  ),
  'grants that shrink': grants({ T1: { amount: '<= 25' }, T2: { amount: '<= 10' }, T3: {} }),
  'grants that leave out what is below two tiers down': grants({
    T1: { amount: '<= 25' },
    T3: { amount: '> 5' },
  }),
  'grants that are the same': grants({ T1: { amount: '<= 25' }, T2: { amount: '<= 25' } }),
  'a limit above none': grants({ T1: {}, T2: { amount: '<= 10' } }),
  'grants of texts that shrink': grants({ T1: { amount: '"a", "b"' }, T2: { amount: '"b", "c"' } }, 'string'),
  'grants of times that shrink': grants(
    { T1: { amount: '< time("12:00:00")' }, T2: { amount: '>= time("10:00:00")' } },
    'time',
  ),
  'a limit of nothing at all': grants({ T1: { amount: '(5..5)' }, T2: {} }),
}

const asked = (when: string): Line[] => [
  ['start', 'q'],
  ['q', 'do', { total: when }],
  ['q', 'done', 'otherwise'],
]
const total = { total: amount({ title: 'Order total', step: 1 }), gift: yesNo('record') }
const wrap: Action = { title: 'Wrap it', grants: { T1: {} }, requires: [{ total: '< 50' }] }
const ask: Node = { id: 'q', kind: 'question', facts: ['total'] }
const promised = (node: Node, lines: Line[], action: Action = wrap) =>
  small({
    tiers: TIERS,
    facts: total,
    actions: { wrap: action },
    nodes: [ask, node, says('done')],
    edges: lines,
  })
const act: Node = { id: 'do', kind: 'action', action: 'wrap', say: 'Wrapped.' }

const PROMISES: Record<string, Policy> = {
  'a promise that is kept': promised(act, [...asked('< 50'), ['do', 'done']]),
  'a promise that is not': promised(act, [...asked('< 60'), ['do', 'done']]),
  'a promise that either row keeps': promised(act, [...asked('< 60'), ['do', 'done']], {
    ...wrap,
    requires: [{ total: '< 50' }, { total: '>= 50' }],
  }),
  'a promise that neither row keeps': promised(act, [...asked('< 60'), ['do', 'done']], {
    ...wrap,
    requires: [{ total: '< 50' }, { total: '> 55', gift: 'true' }],
  }),
  'a promise that requires nothing': promised(act, [...asked('< 60'), ['do', 'done']], {
    ...wrap,
    requires: [],
  }),
  'a promise that an empty row keeps': promised(act, [...asked('< 60'), ['do', 'done']], {
    ...wrap,
    requires: [{}, { total: '< 5' }],
  }),
  'a call back that nobody is there for': promised(
    up('do', 'T2', { requires: [{ total: '< 50' }] } as Partial<Node>),
    asked('< 60'),
  ),
  'a call back that somebody is there for': promised(
    up('do', 'T2', { requires: [{ total: '< 50' }] } as Partial<Node>),
    asked('< 40'),
  ),
  'an offer that cannot be kept': promised(
    {
      id: 'do',
      kind: 'close',
      result: 'declined',
      say: 'No.',
      options: [{ say: 'Or else.' }, { action: 'wrap' }],
    },
    asked('< 60'),
  ),
  'two offers of which one can be kept': {
    ...promised(
      {
        id: 'do',
        kind: 'close',
        result: 'declined',
        say: 'No.',
        options: [{ action: 'bare' }, { action: 'wrap' }],
      },
      asked('< 60'),
    ),
    handbook: { ...promised(act, []).handbook, actions: { wrap, bare: { grants: { T1: {} } } } },
  },
  'an escalation to the same tier': small({
    tiers: TIERS,
    nodes: [up('one', 'T2'), up('two', 'T2'), says('a')],
    edges: [
      ['start', 'one'],
      ['one', 'two'],
      ['two', 'a'],
    ],
  }),
  'an escalation down': small({
    tiers: TIERS,
    nodes: [up('one', 'T3'), up('two', 'T2'), says('a')],
    edges: [
      ['start', 'one'],
      ['one', 'two'],
      ['two', 'a'],
    ],
  }),
  'an escalation down that ends': small({
    tiers: TIERS,
    nodes: [up('one', 'T3'), up('two', 'T2')],
    edges: [
      ['start', 'one'],
      ['one', 'two'],
    ],
  }),
  'an escalation to the first tier': small({
    tiers: TIERS,
    nodes: [up('one', 'T1'), says('a')],
    edges: [
      ['start', 'one'],
      ['one', 'a'],
    ],
  }),
  'an escalation to the same tier, and a higher one behind it': small({
    tiers: TIERS,
    nodes: [up('one', 'T2'), up('two', 'T2'), up('three', 'T3')],
    edges: [
      ['start', 'one'],
      ['one', 'two'],
      ['two', 'three'],
    ],
  }),
  'an escalation that is one for some cases only': small({
    tiers: TIERS,
    facts: { gift: yesNo() },
    nodes: [
      { id: 'q', kind: 'question', facts: ['gift'] },
      up('one', 'T2'),
      up('two', 'T2', { say: 'Another moment.' } as Partial<Node>),
      says('a'),
    ],
    edges: [
      ['start', 'q'],
      ['q', 'one', { gift: 'true' }],
      ['q', 'two', { gift: 'false' }],
      ['one', 'two'],
      ['two', 'a'],
    ],
  }),
}

/** Who may do what, and what is promised. */
export const AUTHORITIES: Record<string, unknown> = { ...AUTHORITY, ...PROMISES }
