import { expect, it } from 'vitest'
import { applyFix } from '@/compiler/language/apply-fix'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { check } from './checked'

const handbook: SharedHandbook = {
  format: 'remit-handbook/1',
  name: 'company',
  version: 1,
  tiers: [{ id: 'T1' }, { id: 'T2' }],
  facts: { order_total: { type: 'number', source: 'record' } },
  actions: {
    credit: {
      params: { amount: { type: 'number' } },
      grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 10' } },
    },
  },
}

const document: PolicyDocument = {
  format: 'remit/1',
  name: 'takes-it-in',
  handbook: {
    from: { name: 'company', version: 1 },
    facts: { idle: { type: 'boolean', source: 'record' } },
    actions: {
      refund: {
        params: { amount: { type: 'number' } },
        grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 10' } },
      },
    },
  },
  chart: {
    nodes: [
      { id: 'start', kind: 'start' },
      { id: 'give', kind: 'action', action: 'credit', with: { amount: 5 }, say: 'Here it is.' },
      { id: 'back', kind: 'action', action: 'refund', with: { amount: 5 }, say: 'Here it is.' },
      { id: 'done', kind: 'close', result: 'resolved' },
    ],
    edges: [
      { id: 'e1', from: 'start', to: 'give' },
      { id: 'e2', from: 'give', to: 'back' },
      { id: 'e3', from: 'back', to: 'done' },
    ],
  },
}

it('mend what is the document’s own; what comes from a shared handbook is not there to be edited', () => {
  const { findings } = check(document, { handbook })
  expect(findings.map(({ code, path, fix }) => [code, path?.[2], fix !== undefined])).toEqual([
    ['no-authority', 'credit', false],
    ['no-authority', 'refund', true],
    ['unused', 'idle', true],
  ])
  const mended = findings.reduce((at, { fix }) => (fix ? applyFix(at, fix) : at), document)
  expect(check(mended, { handbook }).findings.map(({ path }) => path?.[2])).toEqual(['credit'])
  expect(mended.handbook).toEqual({
    from: { name: 'company', version: 1 },
    facts: {},
    actions: {
      refund: {
        params: { amount: { type: 'number' } },
        grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 25' } },
      },
    },
  })
})
