import { describe, expect, it } from 'vitest'
import { checkHandbook } from '@/compiler/check-handbook'
import { applyFix } from '@/compiler/language/apply-fix'
import type { SharedHandbook } from '@/compiler/language/handbook'
import { yesNo } from './small-policy'

const company: SharedHandbook = {
  format: 'remit-handbook/1',
  name: 'company',
  version: 7,
  tiers: [{ id: 'T1' }, { id: 'T2' }],
  facts: {
    gift: yesNo(),
    call_time: { type: 'time', source: 'clock' },
    total: { type: 'number', allowedValues: '[0..100]', source: 'record' },
  },
  actions: {
    credit: { params: { amount: { type: 'number' } }, grants: { T1: { amount: '<= 25' } } },
  },
  guardrails: [{ id: 'always-here', when: {}, always: { end: 'escalate' } }],
}
const found = (change: (handbook: SharedHandbook) => void) => {
  const handbook = structuredClone(company)
  change(handbook)
  return checkHandbook(handbook).findings
}

describe('a shared handbook by itself', () => {
  it('does not answer for charts: neither for what they leave unused nor for what they break', () => {
    expect(checkHandbook(company)).toEqual({ handbook: company, findings: [] })
  })
  it('is told where a test cannot be read, and where a name is not there', () => {
    expect(found(({ facts }) => (facts.total!.allowedValues = '[0..'))).toMatchObject([
      { code: 'bad-test', path: ['facts', 'total', 'allowedValues'] },
    ])
    expect(found(({ actions }) => (actions.credit!.grants = { T3: {} }))).toMatchObject([
      { code: 'unknown-reference', path: ['actions', 'credit', 'grants', 'T3'] },
    ])
    expect(found(({ guardrails }) => (guardrails![0]!.when = { gone: 'true' }))).toMatchObject([
      { code: 'unknown-reference', path: ['guardrails', 0, 'when', 'gone'] },
    ])
  })
  it('is put right by fixes of its own document', () => {
    const handbook = structuredClone(company)
    handbook.guardrails![0]!.when = { gifts: 'true' }
    const [finding] = checkHandbook(handbook).findings
    expect(finding!.fix).toBeDefined()
    expect(checkHandbook(applyFix(handbook, finding!.fix!)).findings).toEqual([])
  })
  it('is refused with places where it has not the form of one, whatever it is', () => {
    for (const input of [
      undefined,
      null,
      7,
      [],
      'x',
      {},
      { ...company, chart: {} },
      { ...company, tiers: [] },
    ]) {
      const { handbook, findings } = checkHandbook(input)
      expect(handbook).toBeNull()
      expect(findings[0]).toMatchObject({ code: 'malformed' })
    }
    expect(checkHandbook({ ...company, tierz: [] }).findings).toMatchObject([{ path: ['tierz'] }])
  })
})
