import { describe, expect, it } from 'vitest'
import { check, compileAll } from '@/compiler/compile'
import { parseTest } from '@/compiler/language/tests/parse'
import { testWords } from '@/compiler/language/tests/words'
import { load } from '@/compiler/runtime/load'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { amount, says, small, yesNo } from '../small-policy'
import { put } from './random-json'

/** So long no document and no text of a few megabytes may take, on a busy machine. */
const WITHIN = 20_000

const within = <T>(work: () => T): T => {
  const started = performance.now()
  const made = work()
  expect(performance.now() - started).toBeLessThan(WITHIN)
  return made
}

const refused = (document: unknown) => {
  const { findings, artifacts } = within(() => compileAll(document))
  expect(artifacts).toBeNull()
  const errors = findings.filter(finding => finding.severity === 'error')
  expect(errors.length).toBeGreaterThan(0)
  for (const { path } of errors) expect(path).toBeDefined()
  return errors
}

const policy = () =>
  small({
    facts: { f: yesNo('record'), n: amount() },
    nodes: [{ id: 'q', kind: 'question', facts: ['f'] }, says('yes'), says('no')],
    edges: [
      ['start', 'q'],
      ['q', 'yes', { f: 'true' }],
      ['q', 'no', 'otherwise'],
    ],
  })

/** A value within so many lists or objects, read from text as a client would send it. */
const nested = (levels: number, open: string, close: string): unknown => {
  // JSON.parse of the platform takes this depth; where it would not, there would be nothing to check.
  let value: unknown = 1
  for (let n = 0; n < levels; n++) value = open === '[' ? [value] : { [close]: value }
  return value
}

describe('a document made to do harm', () => {
  for (const [open, close] of [
    ['[', ''],
    ['{', 'facts'],
    ['{', 'chart'],
  ] as const)
    it(`of 100,000 levels of ${open} is refused`, () => {
      const deep = nested(100_000, open, close)
      refused(deep)
      refused({ ...policy(), handbook: deep })
      refused({ ...policy(), title: deep })
      const inside = policy()
      Object.assign(inside.chart.nodes[1]!, { facts: deep })
      const [first] = refused(inside)
      expect(first!.path!.slice(0, 3)).toEqual(['chart', 'nodes', 1])
    })

  it('with half of a surrogate pair in a text or a name is refused there', () => {
    const text = policy()
    Object.assign(text.chart.nodes[2]!, { say: 'Hello \ud83c there' })
    expect(refused(text)[0]!.path).toEqual(['chart', 'nodes', 2, 'say'])
    const name = policy()
    put(name.handbook.facts, 'a\udc00', yesNo())
    expect(refused(name)[0]!.path).toEqual(['handbook', 'facts'])
  })

  it('with a name that JavaScript would take for something else is refused, or is a name like any other', () => {
    for (const place of ['facts', 'actions'] as const) {
      const document = policy()
      put(document.handbook[place], '__proto__', place === 'facts' ? yesNo() : {})
      expect(refused(document)[0]!.path).toEqual(['handbook', place])
    }
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const document = policy()
      document.handbook.facts[name] = yesNo()
      document.chart.nodes[1] = { id: 'q', kind: 'question', facts: [name], say: 'So?' }
      document.chart.edges[1]!.when = { [name]: 'true' }
      const { artifacts } = compileAll(document)
      expect(load(artifacts!.T1!).decide({ [name]: true })).toMatchObject({ end: { say: 'Words of yes.' } })
      // What is only inherited is not there.
      const without = policy()
      Object.assign(without.chart.nodes[1]!, { facts: [name] })
      expect(refused(without).map(({ code }) => code)).toContain('unknown-reference')
    }
  })

  it('with numbers beyond all measure is refused, or takes them as they are', () => {
    for (const step of [5e-324, 1e-300, 1e300, 0.1 + 0.2, Number.MIN_VALUE, 123456789012345680]) {
      const document = policy()
      document.handbook.facts.n = amount({ step })
      within(() => compileAll(document))
    }
    for (const value of [Infinity, -Infinity, Number.NaN]) {
      const document = policy()
      document.handbook.facts.n = amount({ step: value })
      refused(document)
      Object.assign(document.handbook.facts.n, { step: 1 })
      Object.assign(document.chart.nodes[1]!, { position: { x: value, y: 0 } })
      refused(document)
    }
    const far = policy()
    far.handbook.facts.n = amount({ allowedValues: `[-${'9'.repeat(400)}..1]` })
    expect(refused(far)[0]!.code).toBe('bad-test')
  })

  it('of a hundred thousand of anything ends, with its places', () => {
    const many = policy()
    many.handbook.facts.f!.allowedValues = Array(100_000).fill('true').join(', ')
    expect(within(() => check(many)).findings.some(({ code }) => code === 'unused')).toBe(true)
    const nodes = policy()
    for (let i = 0; i < 100_000; i++) nodes.chart.nodes.push({ id: 'same', kind: 'note', text: '' })
    refused(nodes)
    const fields = policy() as unknown as Record<string, unknown>
    for (let i = 0; i < 100_000; i++) fields[`unknown-${i}`] = i
    expect(refused(fields).length).toBeLessThanOrEqual(100)
    const wrong = policy() as unknown as { scenarios: unknown }
    wrong.scenarios = Array(100_000).fill(7)
    refused(wrong)
    const words = policy()
    Object.assign(words.chart.nodes[2]!, { say: '{x}'.repeat(100_000) })
    refused(words)
    Object.assign(words.chart.nodes[2]!, { say: '{'.repeat(1_000_000) })
    within(() => check(words))
  })

  it('that is none at all is refused', () => {
    for (const none of [
      undefined,
      null,
      0,
      '',
      'remit/1',
      [],
      {},
      () => 1,
      Symbol('x'),
      10n,
      new Date(),
      new Map(),
    ])
      refused(none)
  })
})

describe('a test made to do harm', () => {
  const MEGABYTE = 1_000_000
  const HARMFUL: Record<string, string> = {
    'a megabyte of commas': ','.repeat(MEGABYTE),
    'a megabyte of ones with commas': Array(MEGABYTE / 2)
      .fill('1')
      .join(','),
    'a megabyte of spaces': ' '.repeat(MEGABYTE),
    'a megabyte of spaces, and a minus': `${' '.repeat(MEGABYTE)}-`,
    'a minus, a megabyte of spaces, and more': `-${' '.repeat(MEGABYTE)}x`,
    'a megabyte of brackets': '('.repeat(MEGABYTE),
    'a megabyte of nots': 'not('.repeat(MEGABYTE / 4),
    'a megabyte of quotes': '"'.repeat(MEGABYTE),
    'a megabyte of backslashes': `"${'\\'.repeat(MEGABYTE)}`,
    'a megabyte of escapes': `"${'\\u0041'.repeat(MEGABYTE / 6)}"`,
    'a megabyte of digits': '9'.repeat(MEGABYTE),
    'a megabyte of digits behind a point': `0.${'1'.repeat(MEGABYTE)}`,
    'a megabyte of exponent': `1e${'9'.repeat(MEGABYTE)}`,
    'a megabyte of letters': 'a'.repeat(MEGABYTE),
    'a megabyte of letters and spaces': 'a '.repeat(MEGABYTE / 2),
    'a megabyte of dots': '.'.repeat(MEGABYTE),
    'a megabyte of intervals': Array(MEGABYTE / 8)
      .fill('[1..2]')
      .join(', '),
    'a megabyte of dates': Array(MEGABYTE / 20)
      .fill('date("2026-01-01")')
      .join(', '),
    'a long date': `date("${'2'.repeat(MEGABYTE)}-01-01")`,
    'a long duration': `duration("P${'9'.repeat(MEGABYTE)}D")`,
    'halves of surrogate pairs': '\ud800'.repeat(MEGABYTE / 2),
  }

  for (const [name, text] of Object.entries(HARMFUL))
    it(`of ${name} is read or refused in time`, () => {
      for (const type of FACT_TYPES) {
        const parsed = within(() => parseTest(text, type))
        if (parsed.ok) continue
        const { start, end } = parsed.problem.position
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(parsed.problem.message.length).toBeLessThan(1000)
        expect(within(() => testWords(text, type))).toBe(text)
      }
      const document = policy()
      document.chart.edges[1]!.when = { f: text }
      const { findings } = within(() => check(document))
      for (const finding of findings) expect(finding.message.length).toBeLessThan(2000)
    })
})
