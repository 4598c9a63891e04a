import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { COMMANDS, runCommand } from '@/compiler/cli/run'
import { compileAll } from '@/compiler/compile'
import type { SharedHandbook } from '@/compiler/language/handbook'
import { check } from './checked'
import { says, small, yesNo } from './small-policy'

const folder = mkdtempSync(join(tmpdir(), 'remit-handbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

const company: SharedHandbook = {
  format: 'remit-handbook/1',
  name: 'company',
  version: 7,
  tiers: [{ id: 'T1' }, { id: 'T2' }],
  facts: { gift: yesNo(), unasked: yesNo() },
  actions: { wrap: { grants: { T2: {} } }, unused: { grants: { T1: {} } } },
  guardrails: [{ id: 'no-refusal', when: { gift: 'true' }, never: { result: 'declined' } }],
}

const taking = (own: object = {}, version = 7) => ({
  ...small({
    nodes: [
      { id: 'q', kind: 'question', facts: ['gift'] },
      says('yes'),
      { id: 'no', kind: 'close', result: 'declined', options: [{ say: 'A card?' }] },
    ],
    edges: [
      ['start', 'q'],
      ['q', 'yes', { gift: 'true' }],
      ['q', 'no', 'otherwise'],
    ],
  }),
  handbook: { from: { name: 'company', version }, ...own },
})
const codes = (own?: object, version?: number) =>
  check(taking(own, version), { handbook: company }).findings.map(finding => finding.code)

describe('a policy that takes in a shared handbook', () => {
  it('is whole in itself, and does not answer for what it leaves unused there', () => {
    const { policy, findings, artifacts } = compileAll(taking(), { handbook: company })
    expect(findings).toEqual([])
    expect(Object.keys(policy!.handbook.facts)).toEqual(['gift', 'unasked'])
    expect(compileAll(policy).artifacts).toEqual(artifacts)
    expect(codes({ facts: { mine: yesNo() } })).toEqual(['unused'])
  })
  it('is bound by its guardrails', () => {
    const declined = taking()
    declined.chart.edges[1]!.to = 'no'
    expect(check(declined, { handbook: company }).findings).toContainEqual(
      expect.objectContaining({ code: 'guardrail', witness: expect.objectContaining({ gift: true }) }),
    )
  })
  it('names what is there, in the version that is there', () => {
    expect(codes({}, 6)).toEqual(['unknown-reference'])
    expect(check(taking()).findings.map(finding => finding.code)).toEqual(['unknown-reference'])
  })
  it('has no name twice, and no tiers of its own', () => {
    expect(codes({ facts: { gift: yesNo() } })).toEqual(['malformed'])
    expect(codes({ actions: { wrap: {} } })).toEqual(['malformed'])
    expect(codes({ guardrails: company.guardrails })).toEqual(['malformed'])
    expect(codes({ tiers: company.tiers })).toEqual(['malformed'])
  })
})

describe('on the command line', () => {
  const file = join(folder, 'policy.json')
  const beside = join(folder, 'company.handbook.json')
  const run = (text: string | null) => {
    writeFileSync(file, JSON.stringify(taking()))
    if (text === null) rmSync(beside, { force: true })
    else writeFileSync(beside, text)
    return runCommand(COMMANDS, ['check', file])
  }
  it('it is read beside the file', async () => {
    expect(await run(JSON.stringify(company))).toMatchObject({ code: 0 })
    expect(await run(null)).toMatchObject({ code: 1, out: expect.stringContaining('was not found') })
  })
  it('one that is none is told as such', async () => {
    for (const text of ['', '{"a', '[]', 'null', '{"format":"remit-handbook/1"}'])
      expect(await run(text), text).toMatchObject({
        code: 2,
        err: expect.stringMatching(/company\.handbook\.json is (not JSON|no shared handbook)/),
      })
  })
})
