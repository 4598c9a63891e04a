import type { Fact } from '@/compiler/language/fact'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { type Small, says, small, yesNo } from '../small-policy'

type Line = Small['edges'][number]

const act = (id: string): Node => ({ id, kind: 'action', action: 'wrap', say: 'Wrapped.' })
const ask = (id: string, fact = 'gift'): Node => ({ id, kind: 'question', facts: [fact] })
const drawn = (nodes: Node[], edges: Line[], more: Partial<Small> = {}) =>
  small({
    tiers: ['T1', 'T2'],
    facts: { gift: yesNo() },
    actions: { wrap: { title: 'Wrap it', grants: { T1: {} } } },
    nodes,
    edges,
    ...more,
  })
const without = (id: string, policy: ReturnType<typeof small>) => ({
  ...policy,
  chart: { ...policy.chart, nodes: policy.chart.nodes.filter(node => node.id !== id) },
})
const up = (id: string): Node => ({ id, kind: 'escalate', to: 'T2', mode: 'consult', say: 'One moment.' })
const start = (id: string): Node => ({ id, kind: 'start' })
const memo: Node = { id: 'memo', kind: 'note', text: 'A remark' }

const told = (facts: Record<string, Fact>, more: Partial<Small> = {}) =>
  small({ facts, nodes: [says('a')], edges: [['start', 'a']], ...more })
const scenario = (facts: Record<string, unknown>, expect: object) =>
  ({ title: 'One', tier: 'T1', facts, expect }) as NonNullable<PolicyDocument['scenarios']>[number]

const answers: Line[] = [
  ['q', 'a', { gift: 'true' }],
  ['q', 'b', { gift: 'false' }],
]

/** Drawings that cannot be followed, steps to which nothing leads, and what should be named nowhere or somewhere. */
export const DRAWING: Record<string, unknown> = {
  'no start, and one step to which nothing leads': without('start', drawn([says('a')], [])),
  'no start, and a remark beside that step': without('start', drawn([memo, says('a')], [])),
  'no start, and two steps to which nothing leads': without('start', drawn([says('a'), says('b')], [])),
  'no start, and a name that is taken': without(
    'start',
    drawn(
      [act('wrap'), says('start-2'), says('start')],
      [
        ['wrap', 'start-2'],
        ['start-2', 'start'],
      ],
    ),
  ),
  'two starts, of which one leads nowhere': drawn([start('second'), says('a')], [['start', 'a']]),
  'three starts, of which one leads on': drawn(
    [start('second'), start('third'), says('a')],
    [['third', 'a']],
  ),
  'two starts that both lead on': drawn(
    [start('second'), says('a')],
    [
      ['start', 'a'],
      ['second', 'a'],
    ],
  ),
  'two starts that both lead nowhere': drawn([start('second'), says('a')], []),
  'two starts of one name': drawn([start('start'), says('a')], [['start', 'a']]),
  'two starts of one name, and a third': drawn([start('start'), start('third'), says('a')], [['third', 'a']]),
  'a start that leads nowhere, and a step to lead to': drawn([says('a')], []),
  'a start that leads nowhere, and two of them': drawn([says('a'), says('b')], []),
  'a start that leads nowhere, and nothing else': drawn([], []),
  'an action that leads nowhere': drawn([act('one'), says('a')], [['start', 'one']]),
  'an action that leads nowhere, and no step is left': drawn([act('one')], [['start', 'one']]),
  'an action to which alone nothing leads': drawn([act('one'), says('a')], [['start', 'a']]),
  'an action that could only lead round': drawn(
    [act('one'), act('two')],
    [
      ['start', 'two'],
      ['one', 'two'],
    ],
  ),
  'a magic word that leads nowhere': drawn(
    [{ id: 'word', kind: 'trigger', priority: 1, when: { loud: 'true' } }, says('a'), says('b')],
    [['start', 'a']],
    { facts: { loud: { ...yesNo(), volunteered: true } } },
  ),
  'a question without answers': drawn([ask('q'), says('a')], [['start', 'q']]),
  'a question with two answers otherwise': drawn(
    [ask('q'), says('a'), says('b')],
    [
      ['start', 'q'],
      ['q', 'a', { gift: 'true' }],
      ['q', 'b', 'otherwise'],
      ['q', 'a', 'otherwise'],
    ],
  ),
  'a question with the same otherwise three times': drawn(
    [ask('q'), says('a'), says('b')],
    [
      ['start', 'q'],
      ['q', 'a', { gift: 'true' }],
      ['q', 'b', 'otherwise'],
      ['q', 'b', 'otherwise'],
      ['q', 'b', 'otherwise'],
    ],
  ),
  'an action that leads to two places': drawn(
    [act('one'), says('a'), says('b')],
    [
      ['start', 'one'],
      ['one', 'a'],
      ['one', 'b'],
    ],
  ),
  'an action that leads to one place twice': drawn(
    [act('one'), says('a')],
    [
      ['start', 'one'],
      ['one', 'a'],
      ['one', 'a'],
    ],
  ),
  'a start that leads to two places': drawn(
    [says('a'), says('b')],
    [
      ['start', 'a'],
      ['start', 'b'],
    ],
  ),
  'an escalation that leads to two places': drawn(
    [up('up'), says('a'), says('b')],
    [
      ['start', 'up'],
      ['up', 'a'],
      ['up', 'b'],
    ],
  ),
  'an escalation that leads to one place': drawn(
    [up('up'), says('a')],
    [
      ['start', 'up'],
      ['up', 'a'],
    ],
  ),
  'a close that leads on': drawn(
    [says('a'), says('b')],
    [
      ['start', 'a'],
      ['a', 'b'],
    ],
  ),
  'a remark that leads on': drawn(
    [memo, says('a')],
    [
      ['start', 'a'],
      ['memo', 'a'],
    ],
  ),
  'a step that leads to itself': drawn(
    [act('one'), says('a')],
    [
      ['start', 'one'],
      ['one', 'one'],
    ],
  ),
  'a circle of two, and one of three': drawn(
    [ask('q'), act('one'), act('two'), ask('r'), says('a'), says('b')],
    [
      ['start', 'q'],
      ['q', 'one', { gift: 'true' }],
      ['q', 'r', { gift: 'false' }],
      ['one', 'q'],
      ['r', 'two', { gift: 'true' }],
      ['r', 'a', { gift: 'false' }],
      ['two', 'q'],
    ],
  ),
  'a circle by two lines at once': drawn(
    [ask('q'), ask('r'), says('a')],
    [
      ['start', 'q'],
      ['q', 'r', { gift: 'true' }],
      ['q', 'a', { gift: 'false' }],
      ['r', 'q', { gift: 'true' }],
      ['r', 'q', { gift: 'false' }],
    ],
  ),
  'a circle to which nothing leads': drawn(
    [act('one'), act('two'), says('a')],
    [
      ['start', 'a'],
      ['one', 'two'],
      ['two', 'one'],
    ],
  ),
  'steps to which nothing leads, one behind another': drawn(
    [ask('q'), act('lost'), says('far'), says('a'), says('b'), memo],
    [['start', 'q'], ...answers, ['lost', 'far']],
  ),
  'a hundred steps to which nothing leads': drawn(
    [says('a'), ...Array.from({ length: 100 }, (_, i) => says(`lost-${i}`))],
    [['start', 'a']],
  ),
  'a step more than a hundred': drawn(
    [says('a'), ...Array.from({ length: 101 }, (_, i) => says(`lost-${i}`))],
    [['start', 'a']],
  ),
  'a step behind a magic word': drawn(
    [{ id: 'word', kind: 'trigger', priority: 1, when: { loud: 'true' } }, says('a'), says('b')],
    [
      ['start', 'a'],
      ['word', 'b'],
    ],
    { facts: { loud: { ...yesNo(), volunteered: true } } },
  ),
  'facts that are used in one place each': {
    ...told(
      {
        asked: { ...yesNo(), ask: 'Is it {named}?', guidance: 'Look at {guided}.' },
        named: yesNo('record'),
        guided: yesNo('record'),
        doubted: yesNo(),
        doubt: { ...yesNo('agent'), about: 'doubted' },
        required: yesNo('record'),
        ruled: yesNo('record'),
        climbs: yesNo('record'),
        said: yesNo('record'),
        given: { type: 'number', source: 'record' },
        word: { ...yesNo(), volunteered: true },
        offered: { type: 'number', source: 'record' },
        tested: yesNo('record'),
        idle: { ...yesNo(), title: 'Idle' },
        expected: yesNo(),
      },
      {
        tiers: ['T1', 'T2'],
        actions: {
          wrap: {
            title: 'Wrap it',
            grants: { T1: {} },
            requires: [{ required: 'true' }, { required: 'false' }],
          },
          pay: { params: { amount: { type: 'number' } }, grants: { T1: {} } },
          idle: { title: 'Nothing' },
          ruled: { grants: { T1: {} } },
          waits: { grants: { T1: {} } },
          waited: { grants: { T1: {} } },
        },
        guardrails: [{ id: 'r', when: { ruled: 'true' }, never: { action: 'ruled' } }],
        nodes: [
          { id: 'word', kind: 'trigger', priority: 1, when: { word: 'true' } },
          ask('q', 'asked'),
          ask('r', 'tested'),
          act('one'),
          {
            id: 'pay',
            kind: 'action',
            action: 'pay',
            with: { amount: { fact: 'given' } },
            say: 'About {said}.',
          },
          { ...up('up'), requires: [{ climbs: 'true' }, { climbs: 'false' }] } as Node,
          {
            id: 'a',
            kind: 'close',
            result: 'resolved',
            say: 'Done.',
            options: [{ action: 'pay', with: { amount: { fact: 'offered' } } }],
          },
          says('b'),
        ],
        edges: [
          ['start', 'q'],
          ['word', 'a'],
          ['q', 'one', { asked: 'true' }],
          ['q', 'r', { asked: 'false' }],
          ['r', 'pay', { tested: 'true' }],
          ['r', 'up', { tested: 'false' }],
          ['one', 'a'],
          ['pay', 'a'],
          ['up', 'b'],
        ],
      },
    ),
    scenarios: [
      scenario({ idle: true, asked: false, tested: true, given: 1 }, { steps: ['pay'] }),
      scenario(
        { asked: true, required: true, idle: false },
        { asked: ['asked'], steps: ['wrap', { action: 'waited' }] },
      ),
      scenario({ expected: true }, { asked: ['expected'], steps: ['waits'] }),
      scenario({}, {}),
    ],
  },
  'words that give away a rule, wherever there are any': told(
    {
      safe: {
        ...yesNo(),
        title: 'Safety',
        volunteered: true,
        neverSay: ['health or safety', ' ', 'danger'],
        ask: 'Is there danger?',
      },
      gift: { ...yesNo(), neverSay: ['gift'] },
    },
    {
      nodes: [
        { id: 'word', kind: 'trigger', priority: 1, when: { safe: 'true' }, say: 'Health, or safety?' },
        { ...ask('q'), say: 'Is it a {gift}?', note: 'A matter of danger.' } as Node,
        {
          id: 'a',
          kind: 'close',
          result: 'declined',
          say: 'HEALTH or Safety first',
          options: [{ say: 'No danger at all, or gifts.' }, { say: 'Another time.' }],
        },
        says('b', 'A gift! No danger.'),
        { id: 'memo', kind: 'note', text: 'danger' },
      ],
      edges: [['start', 'q'], ['word', 'b'], ...answers],
    },
  ),
  'a judgement that second-guesses, wherever it is used': told(
    {
      ill: { ...yesNo(), title: 'Somebody is ill' },
      believed: { ...yesNo('agent'), title: 'The claim is believable', about: 'ill' },
      sum: { type: 'number', source: 'agent', about: 'ill' },
    },
    {
      tiers: ['T1', 'T2'],
      actions: {
        wrap: {
          title: 'Wrap it',
          grants: { T1: {} },
          requires: [{ ill: 'true' }, { believed: 'true', ill: 'false' }],
        },
        pay: { params: { amount: { type: 'number' } }, grants: { T1: {} } },
      },
      nodes: [
        { id: 'q', kind: 'question', facts: ['ill', 'believed'], title: 'Is somebody ill?' },
        {
          id: 'pay',
          kind: 'action',
          action: 'pay',
          with: { amount: { fact: 'sum' } },
          say: 'It is {believed}.',
        },
        { ...up('up'), requires: [{ believed: 'false' }] } as Node,
        says('a'),
        act('one'),
      ],
      edges: [
        ['start', 'q'],
        ['q', 'pay', { believed: 'true', ill: 'true' }],
        ['q', 'up', { believed: 'false' }],
        ['q', 'one', 'otherwise'],
        ['pay', 'a'],
        ['one', 'a'],
      ],
    },
  ),
}
