import type { PolicyDocument } from '@/compiler/language/policy'

/** A policy with a question, both answers, an escalation and two tiers: enough for the editor to work on. */
export const smallPolicy = (): PolicyDocument => ({
  format: 'remit/1',
  name: 'small',
  title: 'Small',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
    ],
    facts: {
      gift: { type: 'boolean', title: 'It is a gift', source: 'customer', ask: 'Is it a gift?' },
      speed: {
        type: 'string',
        title: 'Speed paid for',
        allowedValues: '"standard", "two-day", "next-day"',
        source: 'record',
      },
      danger: { type: 'boolean', title: 'Safety issue', source: 'customer', volunteered: true },
    },
    actions: {
      credit: {
        title: 'Goodwill credit',
        params: { amount: { type: 'number', allowedValues: '>= 0' } },
        grants: { T1: { amount: '<= 25' }, T2: {} },
      },
    },
  },
  chart: {
    nodes: [
      { id: 'start', kind: 'start', position: { x: 0, y: 0 } },
      { id: 'ask', kind: 'question', title: 'A gift?', facts: ['gift'], position: { x: 200, y: 0 } },
      {
        id: 'give',
        kind: 'action',
        action: 'credit',
        with: { amount: 10 },
        say: 'Here is $10.',
        position: { x: 500, y: 0 },
      },
      { id: 'done', kind: 'close', result: 'resolved', position: { x: 800, y: 0 } },
      {
        id: 'up',
        kind: 'escalate',
        to: 'T2',
        mode: 'transfer',
        say: 'One moment.',
        position: { x: 500, y: 300 },
      },
    ],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'give', when: { gift: 'true' } },
      { id: 'e3', from: 'ask', to: 'up', when: { gift: 'false' } },
      { id: 'e4', from: 'give', to: 'done' },
    ],
  },
})
