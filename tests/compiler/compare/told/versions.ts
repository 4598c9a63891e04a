import type { Policy } from '@/compiler/language/policy'

/** A version to change: what is promised to people whose parcel is late, and to those whose is dangerous. */
export const parcels = (): Policy => ({
  format: 'remit/1',
  name: 'parcels',
  title: 'Late parcels',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
      { id: 'T3', title: 'Duty manager' },
    ],
    facts: {
      danger: { type: 'boolean', title: 'Health or safety issue', source: 'customer', volunteered: true },
      call_time: { type: 'time', title: 'Time of the call', source: 'clock' },
      gift: { type: 'boolean', title: 'It is a gift', source: 'customer', ask: 'Is it a gift?' },
      total: {
        type: 'number',
        title: 'Order total',
        source: 'record',
        allowedValues: '[0..1000]',
        step: 0.01,
      },
    },
    actions: {
      upgrade: { title: 'Upgrade to next day', grants: { T1: {} } },
      credit: {
        title: 'Goodwill credit',
        params: { amount: { type: 'number', title: 'Amount' } },
        grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 200' } },
      },
    },
    guardrails: [
      {
        id: 'kept-safe',
        title: 'A health or safety issue is never declined',
        when: { danger: 'true' },
        never: { end: 'close', result: 'declined' },
      },
    ],
  },
  chart: {
    nodes: [
      { id: 'start', kind: 'start', position: { x: 0, y: 80 } },
      { id: 'danger', kind: 'trigger', priority: 1, when: { danger: 'true' }, position: { x: 0, y: 240 } },
      {
        id: 'up',
        kind: 'escalate',
        to: 'T3',
        mode: 'transfer',
        say: 'One moment.',
        position: { x: 260, y: 240 },
      },
      {
        id: 'when',
        kind: 'question',
        title: 'Before three?',
        facts: ['call_time'],
        position: { x: 200, y: 60 },
      },
      {
        id: 'next-day',
        kind: 'action',
        action: 'upgrade',
        say: 'It comes tomorrow.',
        position: { x: 520, y: 0 },
      },
      { id: 'gift', kind: 'question', facts: ['gift'], position: { x: 520, y: 160 } },
      { id: 'give', kind: 'action', action: 'credit', with: { amount: 10 }, position: { x: 840, y: 120 } },
      { id: 'done', kind: 'close', result: 'resolved', say: 'Goodbye.', position: { x: 1120, y: 40 } },
      {
        id: 'no',
        kind: 'close',
        result: 'declined',
        say: 'I am sorry.',
        options: [{ action: 'credit', with: { amount: 5 } }],
        position: { x: 840, y: 260 },
      },
    ],
    edges: [
      { id: 'e1', from: 'start', to: 'when' },
      { id: 'e2', from: 'danger', to: 'up' },
      { id: 'e3', from: 'when', to: 'next-day', when: { call_time: '< time("15:00:00")' } },
      { id: 'e4', from: 'when', to: 'gift', otherwise: true },
      { id: 'e5', from: 'next-day', to: 'done' },
      { id: 'e6', from: 'gift', to: 'give', when: { gift: 'true' } },
      { id: 'e7', from: 'gift', to: 'no', otherwise: true },
      { id: 'e8', from: 'give', to: 'done' },
    ],
  },
})

const node = (policy: Policy, id: string) =>
  policy.chart.nodes.find(each => each.id === id)! as never as Record<string, unknown>
const edge = (policy: Policy, id: string) => policy.chart.edges.find(each => each.id === id)!

/** What is changed between two versions, by the name of the page that tells it. */
export const VERSIONS: Record<string, (policy: Policy) => void> = {
  'an-hour-later': policy => {
    edge(policy, 'e3').when = { call_time: '< time("16:00:00")' }
  },
  'to-another-tier': policy => {
    node(policy, 'up').to = 'T2'
    edge(policy, 'e3').when = { call_time: '< time("16:00:00")' }
  },
  'a-step-put-in-and-one-taken-out': policy => {
    policy.chart.nodes.push({ id: 'more', kind: 'action', action: 'upgrade', say: 'And it comes tomorrow.' })
    policy.chart.edges.push({ id: 'e9', from: 'more', to: 'done' })
    edge(policy, 'e8').to = 'more'
    policy.chart.nodes = policy.chart.nodes.filter(({ id }) => id !== 'next-day')
    policy.chart.edges = policy.chart.edges.filter(({ id }) => id !== 'e5')
    edge(policy, 'e3').to = 'done'
  },
  'the-same-in-several-cases': policy => {
    policy.chart.edges = policy.chart.edges.filter(({ id }) => id !== 'e6' && id !== 'e7')
    const late = '>= time("20:00:00")'
    policy.chart.nodes = policy.chart.nodes.map(each =>
      each.id === 'gift' && each.kind === 'question'
        ? { ...each, facts: ['gift', 'call_time', 'total'] }
        : each,
    )
    policy.chart.edges.push(
      { id: 'e6', from: 'gift', to: 'give', when: { gift: 'true' } },
      { id: 'e7', from: 'gift', to: 'give', when: { gift: 'false', call_time: late, total: '> 100' } },
      { id: 'e10', from: 'gift', to: 'give', when: { gift: 'false', call_time: '< time("16:00:00")' } },
      { id: 'e11', from: 'gift', to: 'no', otherwise: true },
    )
  },
  'two-things-at-once': policy => {
    // The hours of an upgrade, and a credit for large orders on the way there: a case may lie between both.
    edge(policy, 'e3').when = { call_time: '< time("16:00:00")' }
    policy.chart.nodes.push(
      { id: 'large', kind: 'question', title: 'A large order?', facts: ['total'] },
      { id: 'more', kind: 'action', action: 'credit', with: { amount: 20 }, say: 'And 20 back.' },
    )
    edge(policy, 'e1').to = 'large'
    policy.chart.edges.push(
      { id: 'e9', from: 'large', to: 'more', when: { total: '>= 500' } },
      { id: 'e10', from: 'large', to: 'when', otherwise: true },
      { id: 'e11', from: 'more', to: 'when' },
    )
  },
  'lines-drawn-anew': policy => {
    policy.chart.edges = policy.chart.edges.filter(({ id }) => !['e7', 'e8'].includes(id))
    policy.chart.edges.push(
      { id: 'anew', from: 'gift', to: 'done', otherwise: true },
      { id: 'again', from: 'give', to: 'done' },
    )
    policy.chart.nodes = policy.chart.nodes.filter(({ id }) => id !== 'no')
  },
  'nothing-but-places': policy => {
    node(policy, 'gift').position = { x: 500, y: 300 }
    node(policy, 'done').position = { x: 1100, y: 400 }
  },
  'only-words': policy => {
    node(policy, 'no').say = 'I am very sorry.'
    node(policy, 'give').note = 'Tell them how it is paid.'
  },
  'asked-in-other-words': policy => {
    policy.handbook.facts.gift!.ask = 'Is it meant as a gift?'
    node(policy, 'gift').say = 'Let me see.'
  },
  'a-handbook-changed': policy => {
    const { handbook } = policy
    handbook.actions.credit!.grants = { T1: { amount: '<= 50' }, T2: { amount: '<= 100' }, T3: {} }
    handbook.actions.upgrade!.grants = { T2: {} }
    edge(policy, 'e3').to = 'give'
    handbook.actions.refund = { title: 'Refund', grants: { T2: {} } }
    handbook.facts.total!.allowedValues = '[0..2000]'
    handbook.facts.gift!.neverSay = ['not a gift']
    handbook.facts.colour = { type: 'string', title: 'Colour', source: 'record' }
    handbook.guardrails![0]!.never = { to: 'T2' }
    handbook.guardrails!.push({
      id: 'kind',
      when: { gift: 'true', danger: 'false' },
      always: { end: 'close' },
    })
    policy.chart.nodes = policy.chart.nodes.filter(({ id }) => id !== 'next-day')
    policy.chart.edges = policy.chart.edges.filter(({ id }) => id !== 'e5')
  },
  'a-tier-more': policy => {
    policy.handbook.tiers.push({ id: 'T4', title: 'The board' })
  },
  'a-fact-of-another-kind': policy => {
    policy.handbook.facts.gift = {
      type: 'string',
      title: 'It is a gift',
      source: 'customer',
      allowedValues: '"yes", "no"',
    }
    edge(policy, 'e6').when = { gift: '"yes"' }
  },
  'clocks-elsewhere': policy => {
    policy.timeZone = 'Europe/Lisbon'
    node(policy, 'give').with = { amount: 20 }
  },
  nothing: () => {},
}
