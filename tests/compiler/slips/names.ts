import type { Policy } from '@/compiler/language/policy'
import { amount, says, small, yesNo } from '../small-policy'

/** A policy in which everything that can be named is, at every place that names something. */
const whole = (): Policy => ({
  ...small({
    tiers: ['T1', 'T2'],
    facts: {
      word: { ...yesNo(), volunteered: true },
      total: amount({ title: 'Order total', ask: 'How much is {total}?', guidance: 'Look at {gift}.' }),
      gift: { ...yesNo('agent'), about: 'word' },
    },
    actions: {
      credit: {
        params: { amount: { type: 'number' } },
        grants: { T1: { amount: '<= 25' }, T2: {} },
        requires: [{ total: '< 50' }],
      },
    },
    guardrails: [
      { id: 'r', when: { total: '> 5' }, tier: 'T2', never: { action: 'credit', to: 'T2', end: 'escalate' } },
    ],
    nodes: [
      { id: 'magic', kind: 'trigger', priority: 1, when: { word: 'true' }, say: 'About {total}.' },
      { id: 'ask', kind: 'question', facts: ['total'], note: 'See {gift}.' },
      {
        id: 'pay',
        kind: 'action',
        action: 'credit',
        with: { amount: { fact: 'total' } },
        say: 'Here it is.',
      },
      { id: 'up', kind: 'escalate', to: 'T2', mode: 'consult', requires: [{ total: '< 90' }] },
      {
        ...says('done'),
        options: [{ action: 'credit', with: { amount: { fact: 'total' } } }, { say: 'Or {total}.' }],
      } as ReturnType<typeof says>,
      says('other'),
    ],
    edges: [
      ['start', 'ask'],
      ['magic', 'done'],
      ['ask', 'pay', { total: '< 25' }],
      ['ask', 'up', 'otherwise'],
      ['pay', 'done'],
      ['up', 'other'],
    ],
  }),
  scenarios: [
    {
      title: 'One',
      tier: 'T1',
      facts: { total: 10 },
      expect: {
        asked: ['total'],
        steps: ['credit', { action: 'credit' }],
        end: { kind: 'escalate', to: 'T2' },
      },
    },
  ],
})

type Holder = Record<string | number, unknown>
type Path = (string | number)[]

/** Where a name stands: as a value, or as a key (then the last of the path). */
const PLACES: readonly [path: Path, as: 'value' | 'key' | 'word'][] = [
  [['handbook', 'facts', 'gift', 'about'], 'value'],
  [['handbook', 'facts', 'total', 'ask'], 'word'],
  [['handbook', 'facts', 'total', 'guidance'], 'word'],
  [['handbook', 'actions', 'credit', 'grants', 'T1'], 'key'],
  [['handbook', 'actions', 'credit', 'grants', 'T1', 'amount'], 'key'],
  [['handbook', 'actions', 'credit', 'requires', 0, 'total'], 'key'],
  [['handbook', 'guardrails', 0, 'when', 'total'], 'key'],
  [['handbook', 'guardrails', 0, 'tier'], 'value'],
  [['handbook', 'guardrails', 0, 'never', 'action'], 'value'],
  [['handbook', 'guardrails', 0, 'never', 'to'], 'value'],
  [['chart', 'nodes', 1, 'when', 'word'], 'key'],
  [['chart', 'nodes', 1, 'say'], 'word'],
  [['chart', 'nodes', 2, 'facts', 0], 'value'],
  [['chart', 'nodes', 2, 'note'], 'word'],
  [['chart', 'nodes', 3, 'action'], 'value'],
  [['chart', 'nodes', 3, 'with', 'amount'], 'key'],
  [['chart', 'nodes', 3, 'with', 'amount', 'fact'], 'value'],
  [['chart', 'nodes', 4, 'to'], 'value'],
  [['chart', 'nodes', 4, 'requires', 0, 'total'], 'key'],
  [['chart', 'nodes', 5, 'options', 0, 'action'], 'value'],
  [['chart', 'nodes', 5, 'options', 0, 'with', 'amount'], 'key'],
  [['chart', 'nodes', 5, 'options', 0, 'with', 'amount', 'fact'], 'value'],
  [['chart', 'nodes', 5, 'options', 1, 'say'], 'word'],
  [['chart', 'edges', 0, 'from'], 'value'],
  [['chart', 'edges', 0, 'to'], 'value'],
  [['chart', 'edges', 3, 'to'], 'value'],
  [['chart', 'edges', 4, 'to'], 'value'],
  [['chart', 'edges', 2, 'when', 'total'], 'key'],
  [['scenarios', 0, 'tier'], 'value'],
  [['scenarios', 0, 'facts', 'total'], 'key'],
  [['scenarios', 0, 'expect', 'asked', 0], 'value'],
  [['scenarios', 0, 'expect', 'steps', 0], 'value'],
  [['scenarios', 0, 'expect', 'steps', 1, 'action'], 'value'],
  [['scenarios', 0, 'expect', 'end', 'to'], 'value'],
]

/** The policy with another name at one place. */
function renamed(path: Path, as: 'value' | 'key' | 'word', rename: (name: string) => string): Policy {
  const policy = whole()
  const holder = path.slice(0, -1).reduce<Holder>((at, key) => at[key] as Holder, policy as unknown as Holder)
  const last = path.at(-1)!
  const value = holder[last]
  if (as === 'value') holder[last] = rename(String(value))
  else if (as === 'word')
    holder[last] = String(value).replace(/\{(\w+)\}/, (_, name) => `{${rename(name)}} and {${rename(name)}}`)
  else {
    delete holder[last]
    holder[rename(String(last))] = value
  }
  return policy
}

const AS = {
  'with a slip': (name: string) => `${name}x`,
  'of another name': () => 'something-else',
  'still to be chosen': () => '',
}

/** A name at each place that names something: with a slip, of another name, and left empty. */
export const NAMES: Record<string, unknown> = {
  'everything is named rightly': whole(),
  ...Object.fromEntries(
    PLACES.flatMap(([path, as]) =>
      Object.entries(AS).flatMap(([how, rename]) =>
        // An empty key is no name at all, and is told with the form.
        how === 'still to be chosen' && as !== 'value'
          ? []
          : [[`${path.join('.')} ${how}`, renamed(path, as, rename)]],
      ),
    ),
  ),
  'a slip whose nearest name has an entry of its own': (() => {
    const policy = whole()
    policy.handbook.actions.credit!.grants = { T1: {}, T2x: {}, T2: {} }
    const edge = policy.chart.edges[2]!
    edge.when = { total: '< 25', totl: '> 5' }
    return policy
  })(),
  'a line that would lead round, or to a start': (() => {
    const policy = whole()
    policy.chart.edges[5]!.to = 'as'
    policy.chart.edges.push({ id: 'e9', from: 'pay', to: 'strat' })
    return policy
  })(),
  'a line with a slip at both ends': (() => {
    const policy = whole()
    policy.chart.edges.push({ id: 'e9', from: 'upp', to: 'donee' }, { id: 'e8', from: 'upp', to: 'nowhere' })
    return policy
  })(),
  'a line that would lead from a step to itself': (() => {
    const policy = whole()
    policy.chart.edges.push({ id: 'e9', from: 'pay', to: 'payy' })
    return policy
  })(),
  'a name that every object has': (() => {
    const policy = whole()
    policy.chart.edges[2]!.when = { constructor: '< 25' }
    Object.assign(policy.chart.nodes[3]!, { action: 'toString' })
    return policy
  })(),
}
