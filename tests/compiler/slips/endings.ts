import type { Node } from '@/compiler/language/kinds'
import type { Policy, Scenario } from '@/compiler/language/policy'
import { amount, type Small, says, small, yesNo } from '../small-policy'

type Line = Small['edges'][number]
const act = (id: string, say?: string): Node => ({
  id,
  kind: 'action',
  action: 'wrap',
  ...(say !== undefined && { say }),
})
const close = (id: string, more: Partial<Node> = {}) =>
  ({ id, kind: 'close', result: 'resolved', ...more }) as Node
const up = (id: string, more: Partial<Node> = {}) =>
  ({ id, kind: 'escalate', to: 'T2', mode: 'consult', ...more }) as Node
const ask = (id: string, fact = 'gift', more: Partial<Node> = {}) =>
  ({ id, kind: 'question', facts: [fact], ...more }) as Node
const drawn = (nodes: Node[], edges: Line[]): Policy =>
  small({
    tiers: ['T1', 'T2', 'T3'],
    facts: { gift: yesNo(), late: yesNo('record') },
    actions: { wrap: { grants: { T1: {} } } },
    nodes,
    edges,
  })
const inARow = (...nodes: Node[]) =>
  drawn(
    nodes,
    nodes.map((node, i): Line => [i === 0 ? 'start' : nodes[i - 1]!.id, node.id]),
  )
const either = (yes: string, no: string, from = 'q'): Line[] => [
  [from, yes, { gift: 'true' }],
  [from, no, { gift: 'false' }],
]

const WORDS: Record<string, Policy> = {
  'an end with words': inARow(close('a', { say: 'Done.' })),
  'an end with blanks for words': inARow(close('a', { say: '  ' })),
  'an end without words behind an action that has some': inARow(act('one', 'Wrapped.'), close('a')),
  'an end without words behind an action without': inARow(act('one'), close('a')),
  'an end without words behind a question that has some': drawn(
    [ask('q', 'gift', { say: 'Is it?' }), act('one', 'Wrapped.'), close('a')],
    [['start', 'q'], ...either('one', 'a'), ['one', 'a']],
  ),
  'an end that offers an action alone': inARow(
    close('a', { options: [{ action: 'wrap' }] } as Partial<Node>),
  ),
  'an end that offers words': inARow(close('a', { options: [{ say: 'Or this.' }] } as Partial<Node>)),
  'a hand-over without words': inARow(up('up')),
  'a hand-over with words': inARow(up('up', { say: 'One moment.' })),
  'a consultation with words before an end without': inARow(up('up', { say: 'One moment.' }), close('a')),
  'a consultation without words before an end with some': inARow(up('up'), close('a', { say: 'Done.' })),
  'two consultations without words': inARow(up('up'), up('on', { to: 'T3' }), close('a', { say: 'Done.' })),
  'declined, with nothing offered': inARow(close('a', { result: 'declined', say: 'No.' })),
  'declined, with an empty list': inARow(close('a', { result: 'declined', say: 'No.', options: [] })),
  'declined, with words offered': inARow(
    close('a', { result: 'declined', say: 'No.', options: [{ say: 'Or this.' }] }),
  ),
  'declined in two places, and twice in one': drawn(
    [
      ask('q'),
      ask('r', 'late'),
      close('a', { result: 'declined', say: 'No.' }),
      close('b', { result: 'declined', say: 'No, either.' }),
    ],
    [['start', 'r'], ['r', 'q', { late: 'true' }], ['r', 'a', { late: 'false' }], ...either('a', 'b')],
  ),
}

const POINTLESS: Record<string, Policy> = {
  'two answers to one place': drawn([ask('q'), says('a')], [['start', 'q'], ...either('a', 'a')]),
  'two answers to ends that say the same': drawn(
    [ask('q'), says('a', 'Done.'), says('b', 'Done.')],
    [['start', 'q'], ...either('a', 'b')],
  ),
  'two answers to ends that say other things': drawn(
    [ask('q'), says('a'), says('b')],
    [['start', 'q'], ...either('a', 'b')],
  ),
  'two answers to ends with other notes': drawn(
    [ask('q'), close('a', { say: 'Done.', note: 'One' }), close('b', { say: 'Done.', note: 'Two' })],
    [['start', 'q'], ...either('a', 'b')],
  ),
  'two answers to ends for other reasons': drawn(
    [
      ask('q'),
      close('a', { say: 'Done.', why: 'One', minutes: { agent: 1 } }),
      close('b', { say: 'Done.', why: 'Two' }),
    ],
    [['start', 'q'], ...either('a', 'b')],
  ),
  'two answers to actions that are the same, and then to one place': drawn(
    [ask('q'), act('one', 'Wrapped.'), act('two', 'Wrapped.'), says('a')],
    [['start', 'q'], ...either('one', 'two'), ['one', 'a'], ['two', 'a']],
  ),
  'two answers to actions that are the same, and then to other ends': drawn(
    [ask('q'), act('one', 'Wrapped.'), act('two', 'Wrapped.'), says('a'), says('b')],
    [['start', 'q'], ...either('one', 'two'), ['one', 'a'], ['two', 'b']],
  ),
  'an answer to an action more': drawn(
    [ask('q'), act('one', 'Wrapped.'), says('a')],
    [['start', 'q'], ...either('one', 'a'), ['one', 'a']],
  ),
  'an action with no parameters, and one with none written': drawn(
    [ask('q'), { ...act('one', 'Wrapped.'), with: {} } as Node, act('two', 'Wrapped.'), says('a')],
    [['start', 'q'], ...either('one', 'two'), ['one', 'a'], ['two', 'a']],
  ),
  'answers to two hand-overs that are the same': drawn(
    [ask('q'), up('one', { say: 'Wait.' }), up('two', { say: 'Wait.' })],
    [['start', 'q'], ...either('one', 'two')],
  ),
  'answers to two hand-overs of which one leads on': drawn(
    [ask('q'), up('one', { say: 'Wait.' }), up('two', { say: 'Wait.' }), says('a')],
    [['start', 'q'], ...either('one', 'two'), ['two', 'a']],
  ),
  'answers to two questions that ask the same': drawn(
    [ask('q'), ask('r', 'late'), ask('s', 'late'), says('a'), says('b')],
    [
      ['start', 'q'],
      ...either('r', 's'),
      ['r', 'a', { late: 'true' }],
      ['r', 'b', { late: 'false' }],
      ['s', 'a', { late: 'true' }],
      ['s', 'b', { late: 'false' }],
    ],
  ),
  'a question that is asked again': drawn(
    [ask('q'), ask('again'), says('a'), says('b')],
    [['start', 'q'], ...either('again', 'again'), ...either('a', 'b', 'again')],
  ),
  'a question of which one answer is never taken': drawn(
    [ask('q'), ask('again'), says('a'), says('b'), says('c')],
    [['start', 'q'], ...either('again', 'c'), ...either('a', 'b', 'again')],
  ),
  'a question beside a gap': drawn(
    [ask('q'), ask('r', 'late'), says('a')],
    [['start', 'r'], ['r', 'q', { late: 'true' }], ...either('a', 'a')],
  ),
  'a question whose answers lead to places of other tiers': drawn(
    [ask('q'), up('up', { say: 'Wait.' }), act('one', 'Wrapped.'), says('a')],
    [['start', 'q'], ...either('up', 'one'), ['up', 'one'], ['one', 'a']],
  ),
}

const shop = (): Policy => ({
  ...small({
    tiers: ['T1', 'T2'],
    timeZone: 'UTC',
    facts: {
      now: { type: 'time', source: 'clock' },
      total: amount({ title: 'Order total', allowedValues: '[0..1000]' }),
      gift: { ...yesNo(), title: 'It is a gift' },
      ill: { ...yesNo(), volunteered: true },
      stock: yesNo('team'),
      other: yesNo('agent'),
    },
    actions: {
      wrap: { title: 'Wrap it', grants: { T1: {} } },
      credit: { title: 'Credit', params: { amount: { type: 'number' } }, grants: { T1: {} } },
    },
    nodes: [
      { id: 'word', kind: 'trigger', priority: 1, when: { ill: 'true' } },
      ask('q', 'gift', { title: 'A gift?' }),
      ask('r', 'stock'),
      act('wrap', 'It comes wrapped.'),
      {
        id: 'credit',
        kind: 'action',
        action: 'credit',
        with: { amount: { fact: 'total' } },
        say: 'Credited.',
      },
      { id: 'done', kind: 'close', result: 'resolved', say: 'Is that all?' },
      {
        id: 'no',
        kind: 'close',
        result: 'declined',
        say: 'No.',
        options: [{ say: 'Another time.' }, { action: 'wrap' }, { action: 'credit', with: { amount: 5 } }],
      },
      up('up', { mode: 'callback', within: 'PT1H', say: 'We call back.' } as Partial<Node>),
    ],
    edges: [
      ['start', 'q'],
      ['word', 'credit'],
      ['q', 'wrap', { gift: 'true' }],
      ['q', 'r', { gift: 'false' }],
      ['wrap', 'credit'],
      ['credit', 'done'],
      ['r', 'no', { stock: 'true' }],
      ['r', 'up', { stock: 'false' }],
    ],
  }),
})
type Expect = Scenario['expect']
const GIFT = { total: 10, gift: true }
const REST = { total: 10, gift: false }
const EXPECTED: [
  title: string,
  facts: Record<string, string | number | boolean | null>,
  expect: Expect,
  tier?: string,
][] = [
  ['nothing', GIFT, {}],
  ['who is asked', GIFT, { asked: ['gift'] }],
  ['nobody is asked', GIFT, { asked: [] }],
  ['somebody else is asked', GIFT, { asked: ['stock', 'other'] }],
  ['two are asked', { ...REST, stock: true }, { asked: ['gift', 'stock'] }],
  ['two are asked in another order', { ...REST, stock: true }, { asked: ['stock', 'gift'] }],
  ['nobody is asked, since the word was said', { total: 10, ill: true }, { asked: [], steps: ['credit'] }],
  ['the word was said, and somebody is asked', { total: 10, ill: true }, { asked: ['ill'] }],
  ['what is done', GIFT, { steps: ['wrap', 'credit'] }],
  ['what is done, with what', GIFT, { steps: ['wrap', { action: 'credit', with: { amount: 10 } }] }],
  ['what is done, with anything', GIFT, { steps: ['wrap', { action: 'credit' }] }],
  [
    'what is done, with something else',
    GIFT,
    { steps: [{ action: 'wrap' }, { action: 'credit', with: { amount: 11 } }] },
  ],
  ['what is done, with nothing', GIFT, { steps: ['wrap', { action: 'credit', with: {} }] }],
  ['what is done, in another order', GIFT, { steps: ['credit', 'wrap'] }],
  ['nothing is done', GIFT, { steps: [] }],
  ['nothing is done where nothing is', { ...REST, stock: true }, { steps: [] }],
  ['something is done where nothing is', { ...REST, stock: true }, { steps: ['wrap', 'credit'] }],
  ['what is said', GIFT, { says: ['comes wrapped', 'Credited', 'Is that all?'] }],
  ['what nobody says', GIFT, { says: ['comes wrapped', 'Goodbye'] }],
  ['what is offered is said', { ...REST, stock: true }, { says: ['Another time'] }],
  ['the end', GIFT, { end: { kind: 'close', result: 'resolved', say: 'Is that all?' } }],
  [
    'another end',
    GIFT,
    {
      end: {
        kind: 'escalate',
        result: 'declined',
        to: 'T2',
        mode: 'consult',
        within: 'PT1H',
        here: true,
        say: 'No.',
      },
    },
  ],
  [
    'an end with offers',
    { ...REST, stock: true },
    {
      end: {
        kind: 'close',
        options: [{ say: 'Another time.' }, { action: 'wrap' }, { action: 'credit', with: { amount: 5 } }],
      },
    },
  ],
  [
    'an end with other offers',
    { ...REST, stock: true },
    { end: { kind: 'close', options: [{ say: 'Another time.' }, { action: 'credit' }] } },
  ],
  ['an end with offers where there are none', GIFT, { end: { kind: 'close', options: [] } }],
  [
    'a call back',
    { ...REST, stock: false },
    { end: { kind: 'escalate', to: 'T2', mode: 'callback', within: 'PT1H', say: 'We call back.' } },
  ],
  ['a call back to here', { ...REST, stock: false }, { end: { kind: 'escalate', here: true } }, 'T2'],
  ['a call back from elsewhere', { ...REST, stock: false }, { end: { kind: 'escalate', here: false } }, 'T2'],
  ['nobody tells whether it is a gift', { total: 10 }, {}],
  ['nobody tells the total', { gift: true }, { asked: ['gift'] }],
  ['a total that cannot be, and no truth value', { total: -1, gift: 'maybe' }, {}],
  ['a fact that nothing uses', { ...GIFT, other: true }, { asked: ['gift'] }],
]
const SCENARIOS: Record<string, Policy> = {
  'scenarios that come out, and that do not': {
    ...shop(),
    scenarios: EXPECTED.map(([title, facts, expect, tier = 'T1']) => ({ title, tier, facts, expect })),
  },
  'scenarios where nothing holds, or two answers do': (() => {
    const policy = shop()
    policy.chart.edges = policy.chart.edges.flatMap(edge =>
      edge.id === 'e3'
        ? []
        : edge.id === 'e6'
          ? [edge, { ...edge, id: 'e61', to: 'done' }, { ...edge, id: 'e60', to: 'up' }]
          : [edge],
    )
    policy.chart.edges.push({ id: 'e90', from: 'q', to: 'r', when: { gift: 'false' } })
    policy.chart.nodes = policy.chart.nodes.map(
      node => (node.id === 'q' ? { ...node, facts: ['gift', 'other'] } : node) as Node,
    )
    policy.chart.edges.find(({ id }) => id === 'e2')!.when = { gift: 'true', other: 'true' }
    policy.scenarios = [
      { title: 'A gap', tier: 'T1', facts: { ...GIFT, other: false }, expect: { steps: [] } },
      { title: 'Two answers', tier: 'T1', facts: { ...REST, other: false, stock: true }, expect: {} },
    ]
    return policy
  })(),
}

/** How cases end: without words, with a flat no, the same whatever is answered, and otherwise than a scenario expects. */
export const ENDINGS: Record<string, unknown> = { ...WORDS, ...POINTLESS, ...SCENARIOS }
