import type { PolicyDocument } from '@/compiler/language/policy'

/**
 * A late parcel is refunded by the front line; of the others the senior desk decides, by a fact and an action that the
 * front line does not see.
 */
export const smallPolicy = (name: string, words = 'I have refunded it.'): PolicyDocument => ({
  format: 'remit/1',
  name,
  title: 'A small policy',
  handbook: {
    tiers: [{ id: 'T1' }, { id: 'T2' }],
    facts: {
      late: { type: 'boolean', source: 'record', title: 'The parcel is late' },
      weeks: { type: 'number', allowedValues: '[0..52]', step: 1, source: 'record' },
      regular: { type: 'boolean', source: 'agent', ask: 'Is this a regular customer?' },
    },
    actions: {
      refund: { grants: { T1: {} } },
      'big-refund': { grants: { T2: {} } },
    },
    guardrails: [],
  },
  chart: {
    nodes: [
      { id: 'start', kind: 'start' },
      { id: 'q-late', kind: 'question', facts: ['late'], title: 'Late?' },
      { id: 'refund', kind: 'action', action: 'refund', with: {}, say: words },
      { id: 'q-weeks', kind: 'question', facts: ['weeks'] },
      { id: 'ask-desk', kind: 'escalate', to: 'T2', mode: 'consult', say: 'Please hold.' },
      { id: 'q-regular', kind: 'question', facts: ['regular'] },
      {
        id: 'big-refund',
        kind: 'action',
        action: 'big-refund',
        with: {},
        say: 'We have refunded all of it.',
      },
      { id: 'resolved', kind: 'close', result: 'resolved', say: 'Is there anything else?' },
      {
        id: 'declined',
        kind: 'close',
        result: 'declined',
        say: 'I cannot refund this one.',
        options: [{ say: 'I can have it collected.' }],
      },
    ],
    edges: [
      { id: 'e1', from: 'start', to: 'q-late' },
      { id: 'e2', from: 'q-late', to: 'refund', when: { late: 'true' } },
      { id: 'e3', from: 'q-late', to: 'q-weeks', when: { late: 'false' } },
      { id: 'e4', from: 'refund', to: 'resolved' },
      { id: 'e5', from: 'q-weeks', to: 'declined', when: { weeks: '< 2' } },
      { id: 'e6', from: 'q-weeks', to: 'ask-desk', when: { weeks: '>= 2' } },
      { id: 'e7', from: 'ask-desk', to: 'q-regular' },
      { id: 'e8', from: 'q-regular', to: 'big-refund', when: { regular: 'true' } },
      { id: 'e9', from: 'q-regular', to: 'declined', when: { regular: 'false' } },
      { id: 'e10', from: 'big-refund', to: 'resolved' },
    ],
  },
  scenarios: [],
})
