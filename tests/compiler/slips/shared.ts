import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { amount, says, small, yesNo } from '../small-policy'

const shared = (more: Partial<SharedHandbook> = {}): SharedHandbook => ({
  format: 'remit-handbook/1',
  name: 'company',
  version: 7,
  tiers: [{ id: 'T1' }, { id: 'T2' }],
  facts: { gift: yesNo(), total: amount(), never: yesNo('record') },
  actions: {
    credit: {
      params: { amount: { type: 'number' } },
      grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 10' } },
    },
    wrap: { grants: { T1: {} } },
  },
  guardrails: [{ id: 'rule', title: 'Gifts', when: { gift: 'true' }, never: { result: 'declined' } }],
  ...more,
})

type Own = Partial<Extract<PolicyDocument['handbook'], { from: unknown }>>
const taking = (own: Own = {}, when = 'true'): PolicyDocument => ({
  ...small({
    nodes: [
      { id: 'q', kind: 'question', facts: ['gift'] },
      says('a'),
      { ...says('b'), result: 'declined', options: [{ say: 'Or.' }] } as ReturnType<typeof says>,
    ],
    edges: [
      ['start', 'q'],
      ['q', 'a', { gift: when }],
      ['q', 'b', 'otherwise'],
    ],
  }),
  handbook: { from: { name: 'company', version: 7 }, ...own },
})

/** Policies that take in a shared handbook: the document, and the handbook that lies beside it. */
export const SHARED: Record<string, [document: PolicyDocument, handbook?: SharedHandbook]> = {
  'as it should be': [taking(), shared({ actions: {} })],
  'no handbook': [taking()],
  'another handbook': [taking(), shared({ name: 'other' })],
  'another version': [taking(), shared({ version: 8 })],
  'entries of the policy’s own': [
    taking({ facts: { own: yesNo() }, actions: { own: {} } }),
    shared({ actions: {} }),
  ],
  'entries that are there already': [
    taking({
      facts: { gift: yesNo(), own: yesNo() },
      actions: { wrap: {} },
      guardrails: [
        { id: 'rule', when: {}, never: { end: 'close' } },
        { id: 'new', when: {}, never: { to: 'T2' } },
      ],
    }),
    shared(),
  ],
  'a rule that is there already, and none in the handbook': [
    taking({ guardrails: [{ id: 'rule', when: {}, never: { to: 'T2' } }] }),
    { ...shared({ actions: {} }), guardrails: undefined } as unknown as SharedHandbook,
  ],
  'grants that shrink, which are not the policy’s to mend': [taking(), shared()],
  'the rule of the handbook is broken': [taking({}, 'false'), shared({ actions: {} })],
  'a rule of its own is broken': [
    taking({ guardrails: [{ id: 'own', when: {}, never: { result: 'resolved' } }] }),
    shared({ actions: {} }),
  ],
  'what cannot be read in the handbook': [
    taking({
      facts: { own: amount({ step: 1 / 3, allowedValues: '10, null' }) },
      guardrails: [{ id: 'own', when: { gfit: 'true', total: '≤ 5' }, never: { to: 'T2' } }],
    }),
    shared({
      facts: {
        gift: yesNo(),
        total: { type: 'string', source: 'record', step: 1 },
        never: amount({ allowedValues: '≤ 5', about: 'gfit' }),
      },
      actions: {},
    }),
  ],
  'a slip in the chart': [taking({}, 'yes'), shared({ actions: {} })],
  'rules that nobody knows whose they are': [
    taking({ guardrails: [{ id: 'own', when: { gfit: 'true' }, never: { to: 'T9' } }] }),
    shared({ facts: {}, actions: {}, guardrails: [] }),
  ],
}
