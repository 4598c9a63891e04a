import { applyFix } from '@/compiler/language/apply-fix'
import type { Fact } from '@/compiler/language/fact'
import type { Action } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { With } from '@/compiler/language/kinds/common'
import type { Policy } from '@/compiler/language/policy'
import { amount, type Small, says, small, yesNo } from '../small-policy'

const facts = (of: Record<string, Fact>, timeZone?: string): Policy =>
  small({
    ...(timeZone !== undefined && { timeZone }),
    facts: of,
    nodes: [says('a')],
    edges: [['start', 'a']],
  })

const actions = (of: Record<string, Action>, shared: Partial<Small> = {}): Policy =>
  small({ actions: of, nodes: [says('a')], edges: [['start', 'a']], ...shared })

const PAY: Record<string, Action> = {
  pay: {
    title: 'Pay back',
    params: {
      amount: { type: 'number', allowedValues: '[0..100]', step: 0.5 },
      late: { type: 'boolean' },
      until: { type: 'time', allowedValues: '< time("20:00:00")' },
    },
    grants: { T1: {} },
  },
}
const RIGHT: With = { amount: 10, late: true, until: '15:00:00' }

/** An action done, and offered at a close, with these arguments. */
const paid = (given: With | undefined, more: Record<string, Fact> = {}): Policy =>
  small({
    facts: more,
    actions: PAY,
    nodes: [
      { id: 'pay', kind: 'action', action: 'pay', say: 'Paid.', ...(given && { with: given }) },
      {
        id: 'a',
        kind: 'close',
        result: 'resolved',
        options: [{ action: 'pay', ...(given && { with: given }) }, { say: 'Or not.' }],
      },
    ],
    edges: [
      ['start', 'pay'],
      ['pay', 'a'],
    ],
  })

const up = (more: Partial<Extract<Node, { kind: 'escalate' }>>): Policy =>
  small({
    tiers: ['T1', 'T2'],
    nodes: [{ id: 'up', kind: 'escalate', to: 'T2', mode: 'callback', say: 'One moment.', ...more }],
    edges: [['start', 'up']],
  })

const trigger = (fact: Fact): Policy =>
  small({
    timeZone: 'UTC',
    facts: { f: { title: 'The fact', ...fact } },
    nodes: [{ id: 'word', kind: 'trigger', priority: 1, when: { f: 'true' } }, says('a')],
    edges: [
      ['start', 'a'],
      ['word', 'a'],
    ],
  })

const asked = (asks: string[], when: Record<string, string>, more: Partial<Small> = {}): Policy =>
  small({
    facts: { gift: yesNo(), total: amount({ title: 'Order total' }) },
    nodes: [{ id: 'q', kind: 'question', facts: asks, title: 'What is it?' }, says('a'), says('b')],
    edges: [
      ['start', 'q'],
      ['q', 'a', when],
      ['q', 'b', 'otherwise'],
    ],
    ...more,
  })

const changed = (policy: Policy, change: (copy: Policy) => void): Policy => {
  const copy = structuredClone(policy)
  change(copy)
  return copy
}
const plain = () => small({ nodes: [says('a')], edges: [['start', 'a']] })

/** Documents that are not of the form of a policy in one point, or just are. */
export const FORM: Record<string, unknown> = {
  'an id twice: of tiers, guardrails, steps and lines': changed(asked(['gift'], { gift: 'true' }), copy => {
    copy.handbook.tiers.push({ id: 'T1', title: 'Again' })
    const rule = { id: 'r', when: {}, never: { end: 'escalate' as const } }
    copy.handbook.guardrails = [rule, rule]
    copy.chart.nodes.push(says('a', 'Again.'))
    copy.chart.edges.push({ id: 'e0', from: 'q', to: 'b', when: { gift: 'false' } })
    copy.chart.edges.push({ id: 'e4', from: 'q', to: 'b', when: { gift: 'false' } })
  }),
  'an id three times': changed(plain(), copy => {
    copy.chart.edges.push(
      { id: 'e0', from: 'start', to: 'a' },
      { id: 'e0', from: 'start', to: 'a' },
      { id: 'e2', from: 'start', to: 'a' },
    )
  }),
  'a volunteered fact that is a number': facts({ f: amount({ volunteered: true }) }),
  'a volunteered fact that is never false': facts({
    f: { ...yesNo(), volunteered: true, allowedValues: 'true' },
  }),
  'a volunteered fact with all its values': facts({
    f: { ...yesNo(), volunteered: true, allowedValues: 'false, true' },
  }),
  'a clock without a time zone': facts({ f: { type: 'time', source: 'clock' } }),
  'a clock with one': facts({ f: { type: 'time', source: 'clock' } }, 'Europe/London'),
  'no time zone of that name': facts({}, 'Moon/Base'),
  'an offset for a time zone': facts({}, '+06:00'),
  'a time zone of no name': facts({}, ''),
  'a step of a text': facts({ f: { type: 'string', source: 'record', step: 1 } }),
  'a step of a parameter that is a date': actions({ pay: { params: { day: { type: 'date', step: 2 } } } }),
  'steps that doubles cannot tell apart': facts({ f: amount({ step: 1 / 3 }), g: amount({ step: 0.01 }) }),
  'an action without anything': actions({ pay: {} }),
  'a magic word on what the customer brings up': trigger({ ...yesNo(), volunteered: true }),
  'a magic word on a record': trigger(yesNo('record')),
  'a magic word on the clock': trigger(yesNo('clock')),
  'a magic word on what has to be asked': trigger(yesNo('customer')),
  'a magic word on what a team knows': trigger(yesNo('team')),
  'a question that asks twice': asked(['gift', 'total', 'gift', 'gift'], { gift: 'true' }),
  'an answer that tests what is not asked': asked(['gift'], { gift: 'true', total: '< 5' }),
  'an answer that tests what is not asked, by a slip': asked(['gift'], { gfit: 'true' }),
  'an answer that tests what nobody knows of': asked(['gift'], { weather: '"rain"' }),
  'an answer that tests another fact by a slip': asked(['gift'], { totla: '< 5' }),
  'a line with a condition, and one with otherwise, that are no answers': small({
    facts: { gift: yesNo() },
    actions: { wrap: { grants: { T1: {} } } },
    nodes: [{ id: 'wrap', kind: 'action', action: 'wrap', say: 'Wrapped.' }, says('a')],
    edges: [
      ['start', 'wrap', { gift: 'true' }],
      ['wrap', 'a', 'otherwise'],
    ],
  }),
  'lines into a start, a magic word and a remark': small({
    facts: { word: { ...yesNo(), volunteered: true } },
    nodes: [
      { id: 'word', kind: 'trigger', priority: 1, when: { word: 'true' } },
      { id: 'memo', kind: 'note', text: 'A remark' },
      { id: 'q', kind: 'question', facts: ['word'] },
      says('a'),
    ],
    edges: [
      ['start', 'q'],
      ['q', 'start', { word: 'true' }],
      ['q', 'word', { word: 'false' }],
      ['word', 'memo'],
      ['memo', 'a'],
    ],
  }),
  'a call back within an hour': up({ within: 'PT1H' }),
  'a call back at some time': up({}),
  'a call back within no time': up({ within: 'PT0S' }),
  'a call back before the call': up({ within: '-PT1H' }),
  'a call back within a word': up({ within: 'soon' }),
  'a transfer within an hour': up({ mode: 'transfer', within: 'PT1H' }),
  'a consultation': up({ mode: 'consult' }),
  'all parameters': paid(RIGHT),
  'no parameters': paid(undefined),
  'one parameter too few': paid({ amount: 10, late: true }),
  'an amount in quotes': paid({ ...RIGHT, amount: '10' }),
  'an amount in blanks': paid({ ...RIGHT, amount: ' 10 ' }),
  'an amount of nothing': paid({ ...RIGHT, amount: '' }),
  'an amount in words': paid({ ...RIGHT, amount: 'ten' }),
  'an amount in quotes that is too much': paid({ ...RIGHT, amount: '101' }),
  'an amount that is too much': paid({ ...RIGHT, amount: 100.5 }),
  'the most that is allowed': paid({ ...RIGHT, amount: 100 }),
  'an amount between two steps': paid({ ...RIGHT, amount: 10.25 }),
  'nobody knows the amount': paid({ ...RIGHT, amount: null }),
  'a truth value in quotes': paid({ ...RIGHT, late: 'true' }),
  'an untruth in quotes': paid({ ...RIGHT, late: 'false' }),
  'a truth value in words': paid({ ...RIGHT, late: 'yes' }),
  'a truth value as a number': paid({ ...RIGHT, late: 1 }),
  'a time without seconds': paid({ ...RIGHT, until: '15:00' }),
  'a time without seconds that is too late': paid({ ...RIGHT, until: '21:00' }),
  'a time of three digits': paid({ ...RIGHT, until: '9:00' }),
  'a time with seconds and more': paid({ ...RIGHT, until: '15:00:00:00' }),
  'a time as a number': paid({ ...RIGHT, until: 15 }),
  'a fact of another type': paid({ ...RIGHT, amount: { fact: 'gift' } }, { gift: yesNo() }),
  'a fact of the right type and steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '[0..100]', step: 0.5 }) },
  ),
  'a fact of larger steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '[0..100]', step: 1.5 }) },
  ),
  'a fact of smaller steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ title: 'Order total', allowedValues: '[0..100]', step: 0.25 }) },
  ),
  'a fact of steps that only look alike': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '[0..100]', step: 0.7 }) },
  ),
  'a fact without steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '[0..100]' }) },
  ),
  'a fact of a few values that all are steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '1, 2.5, 10' }) },
  ),
  'a fact of a few values of which one is none': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '1, 2.25, 10' }) },
  ),
  'a fact of a range between two steps': paid(
    { ...RIGHT, amount: { fact: 'total' } },
    { total: amount({ allowedValues: '[1..1.5]' }) },
  ),
  'allowed values of which one is null': facts({
    f: amount({ allowedValues: '10, null' }),
    g: amount({ allowedValues: 'null' }),
  }),
  'allowed values that are none': facts({
    high: amount({ allowedValues: '[10..5]' }),
    open: amount({ allowedValues: '(5..5)' }),
    word: { type: 'string', source: 'record', allowedValues: 'not("a"), "b"' },
    none: { type: 'boolean', source: 'record', allowedValues: 'not(true, false)' },
    both: amount({ allowedValues: '[10..5], null' }),
    other: { type: 'string', source: 'record', allowedValues: 'not("a")' },
    any: amount({ allowedValues: '-' }),
  }),
  'allowed values of parameters that cannot be read': actions(
    {
      pay: {
        params: {
          amount: { type: 'number', allowedValues: '10 or 20' },
          day: { type: 'date', allowedValues: '[date("2026-02-01")..date("2026-01-01")]' },
        },
        grants: { T1: { amount: '< "5"', day: 'today' } },
        requires: [{ total: '≤ 5' }],
      },
    },
    { facts: { total: amount() } },
  ),
  'shares that cannot be read, and of nobody': facts({
    f: amount({
      shares: [
        { test: '< 5', share: 0.5 },
        { test: 'less', share: 0.1 },
        { test: '≥ 5', share: 0.4 },
      ],
    }),
  }),
  'conditions that cannot be read, wherever one may stand': small({
    tiers: ['T1', 'T2'],
    facts: { total: amount(), word: { ...yesNo(), volunteered: true } },
    guardrails: [{ id: 'r', when: { total: 'lots' }, never: { end: 'close' } }],
    nodes: [
      { id: 'word', kind: 'trigger', priority: 1, when: { word: 'yes' } },
      { id: 'q', kind: 'question', facts: ['total'] },
      {
        id: 'up',
        kind: 'escalate',
        to: 'T2',
        mode: 'consult',
        requires: [{ total: '> 5' }, { total: '5 or more' }],
      },
      says('a'),
    ],
    edges: [
      ['start', 'q'],
      ['word', 'a'],
      ['q', 'up', { total: `< ${'9'.repeat(70)}x` }],
      ['q', 'a', 'otherwise'],
      ['up', 'a'],
    ],
  }),
  'a text with half of a pair in it': { ...plain(), title: 'a\ud800' },
  'a name with half of a pair in it': { ...plain(), more: { 'b\udc00': 1 } },
  'a name that no object keeps': JSON.parse(`{ "handbook": { "facts": { "__proto__": {} } } }`),
  'too deep': JSON.parse(`${'['.repeat(41)}${']'.repeat(41)}`),
  'just not too deep': JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`),
  'no object': [1],
  'nothing at all': null,
  'a field with a slip, and one that is there already': changed(plain(), copy => {
    const wide = copy as unknown as Record<string, unknown>
    wide.tilte = 'Title'
    wide.Name = 'small'
    wide.x = 1
    wide.scenaros = []
  }),
  'values with a slip': changed(plain(), copy => {
    const [start, a] = copy.chart.nodes as unknown as Record<string, unknown>[]
    start!.kind = 'strat'
    a!.result = 'resolvd'
    ;(copy as unknown as Record<string, unknown>).format = 'remit/2'
  }),
  'a kind that is none, and no kind': changed(plain(), copy => {
    const [start, a] = copy.chart.nodes as unknown as Record<string, unknown>[]
    start!.kind = 'something'
    delete a!.kind
  }),
  ...Object.fromEntries(
    (
      [
        [['handbook', 'facts'], []],
        [['handbook', 'actions'], 5],
        [['handbook', 'tiers'], {}],
        [['handbook', 'tiers'], []],
        [['handbook'], null],
        [['handbook', 'facts'], { 'a b': yesNo() }],
        [
          ['handbook', 'facts'],
          {
            f: {
              type: 'colour',
              source: 'records',
              step: '1',
              mayBeUnknown: 'yes',
              shares: [{ test: 5, share: 2 }],
            },
          },
        ],
        [['handbook', 'facts'], { f: { type: 'numbre', source: 'record', step: -1, neverSay: [''] } }],
        [['handbook', 'actions'], { pay: { params: [], grants: { T1: [] }, requires: {}, exception: 0 } }],
        [['handbook', 'guardrails'], [{ id: 'a b', when: [], never: {}, always: {} }]],
        [['chart', 'nodes', 0, 'position'], { x: 1 }],
        [['chart', 'nodes', 0, 'minutes'], { agent: -1, agents: 1 }],
        [
          ['chart', 'nodes', 1, 'options'],
          [{ action: 'pay', say: 'Or.' }, {}, 'Or.', { acton: 'pay' }],
        ],
        [['chart', 'nodes', 1], { id: 'a', kind: 'action', action: 'pay', with: { amount: [] } }],
        [['chart', 'nodes', 1], { id: 'a', kind: 'question', facts: [], hit: 'frist' }],
        [['chart', 'nodes', 1], 'a'],
        [['chart', 'edges', 0], { id: 'e0', from: 'start', to: 'a', when: {}, otherwise: true }],
        [['chart', 'edges', 0], { id: 'e0', from: 'start', to: 'a', otherwise: false }],
        [['name'], 'A Policy'],
        [['timeZone'], 5],
        [
          ['scenarios'],
          [
            {
              title: 'One',
              tier: 'T1',
              facts: { f: [] },
              expect: { steps: [5, { action: 5 }], end: { kind: 'clos' } },
            },
          ],
        ],
      ] as [path: (string | number)[], value: unknown][]
    ).map(([path, value]) => [
      `${JSON.stringify(value)} for ${path.join('.')}`,
      applyFix(plain(), { edits: [{ path, value }] }),
    ]),
  ),
  'more slips than are tried': changed(plain(), copy => {
    const wide = copy as unknown as Record<string, unknown>
    for (const key of ['titel', 'timeZon', 'scenarois', 'tittle', 'timezone', 'scenario']) wide[key] = 1
  }),
}
