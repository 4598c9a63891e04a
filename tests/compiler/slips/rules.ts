import type { Guardrail, OutcomePattern } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { type Small, small } from '../small-policy'

type Line = Small['edges'][number]
const TIERS = ['T1', 'T2', 'T3']
const up = (id: string, to: string, more: Partial<Node> = {}) =>
  ({ id, kind: 'escalate', to, mode: 'consult', say: 'One moment.', ...more }) as Node

/** A chart that ends in every way: resolved, declined with and without an offer, handed over in every mode, an action done before. */
function ruled(pattern: OutcomePattern, how: 'never' | 'always', more: Partial<Guardrail> = {}): Policy {
  const ends: Record<string, Node> = {
    resolved: { id: 'resolved', kind: 'close', result: 'resolved', say: 'Done.' },
    offers: { id: 'offers', kind: 'close', result: 'declined', say: 'No.', options: [{ say: 'Or else.' }] },
    declined: { id: 'declined', kind: 'close', result: 'declined', say: 'No.', options: [] },
    consult: up('consult', 'T2'),
    transfer: up('transfer', 'T3', { mode: 'transfer' } as Partial<Node>),
    callback: up('callback', 'T3', { mode: 'callback', within: 'PT1H' } as Partial<Node>),
    wraps: { id: 'wraps', kind: 'action', action: 'wrap', say: 'Wrapped.' },
  }
  return small({
    tiers: TIERS,
    facts: {
      way: {
        type: 'string',
        source: 'record',
        title: 'The way',
        allowedValues: Object.keys(ends)
          .map(id => `"${id}"`)
          .join(', '),
      },
    },
    actions: { wrap: { grants: { T1: {} } }, other: { grants: { T1: {} } } },
    guardrails: [{ id: 'rule', when: {}, [how]: pattern, ...more } as Guardrail],
    nodes: [{ id: 'q', kind: 'question', facts: ['way'] }, ...Object.values(ends)],
    edges: [
      ['start', 'q'],
      ...Object.keys(ends).map((id): Line => ['q', id, { way: `"${id}"` }]),
      ['wraps', 'resolved'],
    ],
  })
}
const PATTERNS: OutcomePattern[] = [
  { end: 'close' },
  { end: 'escalate' },
  { result: 'resolved' },
  { result: 'declined' },
  { to: 'T2' },
  { to: 'T3' },
  { to: 'T1' },
  { mode: 'consult' },
  { mode: 'callback' },
  { action: 'wrap' },
  { action: 'other' },
  { options: true },
  { options: false },
  { end: 'close', result: 'declined', options: false },
  { action: 'wrap', result: 'resolved' },
  { to: 'T3', mode: 'transfer', end: 'escalate' },
]
/** Rules of the handbook that are kept, and that are broken. */
export const RULES: Record<string, unknown> = {
  ...Object.fromEntries(
    (['never', 'always'] as const).flatMap(how =>
      PATTERNS.map(pattern => [`${how} ${JSON.stringify(pattern)}`, ruled(pattern, how)]),
    ),
  ),
  'a rule of some cases that is kept': ruled({ result: 'declined' }, 'never', {
    when: { way: 'not("declined", "offers")' },
  }),
  'a rule of some cases that is broken': ruled({ result: 'declined' }, 'never', {
    title: 'Never decline',
    when: { way: '"declined", "wraps"' },
  }),
  'a rule of no case': ruled({ result: 'declined' }, 'never', {
    when: { way: 'not("declined", "offers", "resolved", "consult", "transfer", "callback", "wraps")' },
  }),
  'a rule of the first tier': ruled({ to: 'T3' }, 'always', {
    tier: 'T1',
    when: { way: '"transfer", "callback"' },
  }),
  'a rule of the third tier': ruled({ to: 'T3' }, 'always', {
    tier: 'T3',
    when: { way: '"transfer", "callback"' },
  }),
  'a rule of the second tier': ruled({ end: 'close' }, 'always', {
    tier: 'T2',
    when: { way: '"wraps", "consult"' },
  }),
  'a rule that demands what not every case has': ruled({ action: 'wrap' }, 'always', {
    title: 'Always wrap',
    when: { way: '"wraps"' },
  }),
}
