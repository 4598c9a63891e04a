import { describe, expect, it } from 'vitest'
import { fromWallTime, toWallTime } from '@/app/_editor/panels/fields/zoned-time'
import { grantOf, grantWords } from '@/app/_editor/panels/handbook/grants'
import { usesOf } from '@/app/_editor/panels/handbook/uses'
import { tableCsv } from '@/app/_editor/panels/tables/table-csv'
import { wordTables } from '@/app/_editor/panels/tables/table-rows'
import { EVERYTHING, showTables } from '@/app/_editor/panels/tables/view'
import { caseWords } from '@/app/_editor/panels/words/case-words'
import { compileAll } from '@/compiler/compile'
import type { Handbook } from '@/compiler/language/handbook'
import { guardrailWords } from '@/compiler/words/guardrail-words'
import { smallPolicy } from './small-policy'

const handbook: Handbook = {
  tiers: [{ id: 'T1', title: 'Front line' }, { id: 'T2', title: 'Senior desk' }, { id: 'T3' }],
  facts: {
    call_time: { type: 'time', title: 'Time of the call', source: 'clock' },
    speed: { type: 'string', title: 'Speed paid for', source: 'record' },
    danger: { type: 'boolean', title: 'Safety issue', source: 'customer', volunteered: true },
    due: { type: 'date', source: 'record', mayBeUnknown: true },
  },
  actions: {
    credit: {
      title: 'Goodwill credit',
      params: { amount: { type: 'number', title: 'Amount' } },
      grants: { T1: { amount: '<= 25' }, T2: {} },
    },
    waive: { grants: { T2: {} } },
  },
}

describe('a witness in words', () => {
  it('begins with what it is about, and ends with what is not so', () => {
    expect(
      caseWords({ danger: false, speed: 'two-day', call_time: '20:00:00', due: null }, handbook, {
        first: ['call_time'],
      }),
    ).toEqual([
      'Time of the call: 8:00 PM',
      'Speed paid for: two-day',
      'due: nobody knows',
      'Safety issue: no',
    ])
  })
  it('names a yes by its fact alone, and leaves what it does not know as it is', () => {
    expect(caseWords({ danger: true, stranger: 7 }, handbook)).toEqual(['Safety issue', 'stranger: 7'])
  })
})

describe('a grant in words', () => {
  const credit = handbook.actions.credit!
  it('is the tier’s own, else that of the nearest tier below', () => {
    expect(grantOf(credit, handbook.tiers, 'T1')).toEqual({ limits: { amount: '<= 25' }, from: 'T1' })
    expect(grantOf(credit, handbook.tiers, 'T3')).toEqual({ limits: {}, from: 'T2' })
    expect(grantOf(handbook.actions.waive!, handbook.tiers, 'T1')).toBeNull()
  })
  it('says the limit', () => {
    expect(grantWords(credit, { amount: '<= 25' })).toBe('25 or less')
    expect(grantWords(credit, {})).toBe('without limit')
    expect(grantWords(handbook.actions.waive!, {})).toBe('may')
  })
})

describe('a guardrail in words', () => {
  it('is a sentence', () => {
    expect(
      guardrailWords(
        { id: 'g', when: { danger: 'true' }, tier: 'T1', never: { result: 'declined', options: false } },
        handbook,
      ),
    ).toBe('Safety issue: never declined and offered nothing (at Front line)')
    expect(guardrailWords({ id: 'g', when: {}, always: { to: 'T2', mode: 'transfer' } }, handbook)).toBe(
      'In every case: always escalated to Senior desk by a transfer',
    )
  })
})

describe('where something is used', () => {
  const document = smallPolicy()
  it('names each place once', () => {
    const uses = usesOf(document, document.handbook as Handbook, { kind: 'fact', id: 'gift' })
    expect(uses).toContain('“A gift?” on the chart')
    expect(uses.filter(use => use.startsWith('the answer')).length).toBeGreaterThan(0)
    expect(new Set(uses).size).toBe(uses.length)
  })
})

describe('a table as a file', () => {
  const document = smallPolicy()
  document.handbook.facts!.gift!.title = '=HYPERLINK("x")'
  const { artifacts, findings } = compileAll(document)
  it('has words in its cells, and nothing that a spreadsheet would calculate', () => {
    expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
    const artifact = artifacts!.T1!
    const csv = tableCsv(artifact, document.handbook as Handbook)
    expect(csv).toContain('"\'=HYPERLINK(""x"")"')
    expect(csv).toContain('"What to do"')
    expect(csv.split('\r\n').length - 2).toBe(artifact.tables.flatMap(table => table.rows).length)
  })
  it('is filtered by every word', () => {
    const artifact = artifacts!.T1!
    const tables = wordTables(artifact, document.handbook as Handbook)
    const found = (words: string) =>
      showTables(tables, { ...EVERYTHING, words }, []).reduce((sum, table) => sum + table.found, 0)
    expect(found('')).toBe(artifact.tables.flatMap(table => table.rows).length)
    expect(found('resolved')).toBeGreaterThan(0)
    expect(found('resolved nonsense')).toBe(0)
  })
})

describe('an instant by the clocks of a zone', () => {
  it('goes there and back', () => {
    const noon = Date.UTC(2026, 6, 1, 17)
    expect(toWallTime(noon, 'America/Chicago')).toBe('2026-07-01T12:00:00')
    expect(fromWallTime('2026-07-01T12:00', 'America/Chicago')).toBe(noon)
    expect(fromWallTime('2026-07-01T17:00', undefined)).toBe(noon)
    expect(fromWallTime('nonsense', 'America/Chicago')).toBeUndefined()
  })
  it('takes the first of two, and moves on from none', () => {
    expect(toWallTime(fromWallTime('2026-11-01T01:30', 'America/Chicago')!, 'America/Chicago')).toBe(
      '2026-11-01T01:30:00',
    )
    expect(fromWallTime('2026-11-01T01:30', 'America/Chicago')).toBe(Date.UTC(2026, 10, 1, 6, 30))
    expect(toWallTime(fromWallTime('2026-03-08T02:30', 'America/Chicago')!, 'America/Chicago')).toBe(
      '2026-03-08T03:30:00',
    )
  })
})
