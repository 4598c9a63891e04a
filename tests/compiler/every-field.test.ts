import { describe, expect, it } from 'vitest'
import type { PolicyDocument } from '@/compiler/language/policy'
import { readDocument } from '@/compiler/language/read-document'
import { put } from './fuzz/random-json'

const when = { f: 'true' }
const words = { title: 'Title', say: 'Say', note: 'Note', why: 'Why', position: { x: 1, y: -2 } }
const minutes = { customer: 1, agent: 0, supervisor: 0.5 }

/** A document with every field that there is. */
const EVERY: PolicyDocument = {
  format: 'remit/1',
  name: 'every-field',
  title: 'Every field',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [{ id: 'T1', title: 'First' }],
    facts: {
      f: {
        type: 'boolean',
        title: 'Fact',
        allowedValues: 'true, false',
        mayBeUnknown: true,
        source: 'team',
        team: 'Warehouse',
        ask: 'Is it?',
        guidance: 'Look.',
        volunteered: false,
        neverSay: ['phrase'],
        about: 'n',
        shares: [{ test: 'true', share: 0.5 }],
        private: true,
      },
      n: { type: 'number', source: 'record', step: 0.5 },
    },
    actions: {
      pay: {
        title: 'Pay',
        params: { amount: { type: 'number', title: 'Amount', allowedValues: '>= 0', step: 1 } },
        grants: { T1: { amount: '<= 5' } },
        requires: [when],
        exception: true,
      },
    },
    guardrails: [
      {
        id: 'r',
        title: 'Rule',
        when,
        tier: 'T1',
        never: { end: 'close', result: 'declined', options: true },
      },
      { id: 's', when: {}, always: { to: 'T1', mode: 'consult', action: 'pay', end: 'escalate' } },
    ],
  },
  chart: {
    nodes: [
      { id: 'start', kind: 'start', ...words, minutes },
      { id: 'trigger', kind: 'trigger', priority: 1, when, ...words, minutes },
      { id: 'question', kind: 'question', facts: ['f'], hit: 'first', ...words, minutes },
      { id: 'action', kind: 'action', action: 'pay', with: { amount: 3 }, ...words, minutes },
      {
        ...{ id: 'escalate', kind: 'escalate', to: 'T1', mode: 'callback', within: 'PT1H' },
        ...{ requires: [when], ...words, minutes },
      } as PolicyDocument['chart']['nodes'][number],
      {
        ...{ id: 'close', kind: 'close', result: 'resolved', ...words, minutes },
        options: [{ action: 'pay', with: { amount: { fact: 'n' } } }, { say: 'Or this' }],
      } as PolicyDocument['chart']['nodes'][number],
      { id: 'note', kind: 'note', title: 'Title', text: 'Text', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'e', from: 'question', to: 'close', when },
      { id: 'o', from: 'question', to: 'action', otherwise: true },
    ],
  },
  scenarios: [
    {
      title: 'Scenario',
      tier: 'T1',
      facts: { f: true, n: 1 },
      expect: {
        asked: ['f'],
        steps: ['pay', { action: 'pay', with: { amount: 1 } }],
        says: ['Say'],
        end: {
          ...{ kind: 'escalate', result: 'resolved', to: 'T1', mode: 'callback', within: 'PT1H', here: true },
          ...{ say: 'Say', options: [{ action: 'pay', with: { amount: 2 } }, { say: 'Or this' }] },
        } as NonNullable<NonNullable<PolicyDocument['scenarios']>[number]['expect']['end']>,
      },
    },
  ],
}
const whole = (): PolicyDocument => JSON.parse(JSON.stringify(EVERY))

type Path = (string | number)[]
// biome-ignore lint/suspicious/noExplicitAny: any place of any document.
const at = (document: any, path: Path) => path.reduce((holder, step) => holder[step], document)

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, member]) =>
    placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...below]
}
const places = placesIn(whole())

/** The keys of these are names that people choose; what stands in them may have any name that is one. */
const CHOSEN = /(facts|actions|params|grants|T1|when|requires\.\d|with)$/

describe('a document with every field', () => {
  it('is one', () => {
    expect(readDocument(whole()).findings).toEqual([])
  })

  it('is refused at a field of another name, which the finding names', () => {
    for (const path of places) {
      const field = path.at(-1)
      if (typeof field !== 'string' || CHOSEN.test(path.slice(0, -1).join('.'))) continue
      const document = whole()
      const holder = at(document, path.slice(0, -1))
      holder[`${field}zzzzz`] = holder[field]
      const { findings } = readDocument(document)
      const named = findings.filter(({ message }) => message.includes(`has no field “${field}zzzzz”`))
      expect(named, path.join('.')).toHaveLength(1)
      expect(named[0]!.path).toEqual([...path.slice(0, -1), `${field}zzzzz`])
    }
  })

  it('is refused at a value of another type', () => {
    for (const path of places.slice(1)) {
      const field = path.at(-1)!
      for (const wrong of [[[]], { '!': 1 }, Symbol.iterator.toString()]) {
        const document = whole()
        const holder = at(document, path.slice(0, -1))
        const was = holder[field]
        if (typeof was === 'string' && typeof wrong === 'string') continue
        // A parameter or a fact's value may be a text.
        if (
          /with\.amount$|scenarios\.0\.facts\.|steps\.\d$/.test(path.join('.')) &&
          typeof wrong === 'string'
        )
          continue
        put(holder, String(field), wrong)
        const { findings, policy } = readDocument(document)
        expect(policy, `${path.join('.')} ${JSON.stringify(wrong)}`).toBeNull()
        const [first] = findings
        expect(first!.code).toBe('malformed')
        const led = first!.path!.join('.')
        const there = path.join('.')
        expect(led.startsWith(there) || there.startsWith(led), `${there}: ${led}`).toBe(true)
      }
    }
  })

  it('says what it has to be', () => {
    const said = (change: (document: ReturnType<typeof whole>) => unknown) => {
      const document = whole()
      change(document)
      return readDocument(document).findings.map(({ message }) => message)
    }
    const message = (path: Path, value: unknown) =>
      said(document => put(at(document, path.slice(0, -1)), String(path.at(-1)), value))
    expect(readDocument(7).findings[0]!.message).toBe('The document has to be an object.')
    expect(readDocument({ format: 'remit/1' }).findings.map(one => one.message)).toContain(
      '“name” is missing.',
    )
    expect(message(['format'], 'remit/2')).toEqual(['“format” has to be "remit/1".'])
    expect(message(['chart', 'nodes', 2, 'facts'], [])).toEqual(['“chart.nodes.2.facts” is empty.'])
    expect(message(['chart', 'nodes', 2, 'hit'], 'last')).toEqual([
      '“chart.nodes.2.hit” has to be one of "unique", "first".',
    ])
    expect(message(['chart', 'nodes', 0, 'minutes', 'agent'], -1)).toEqual([
      '“chart.nodes.0.minutes.agent” has to be at least 0.',
    ])
    expect(message(['handbook', 'facts', 'n', 'step'], 0)).toEqual([
      '“handbook.facts.n.step” has to be more than 0.',
    ])
    expect(message(['handbook', 'facts', 'f', 'shares', 0, 'share'], 1.5)).toEqual([
      '“handbook.facts.f.shares.0.share” has to be at most 1.',
    ])
    expect(message(['handbook', 'facts', 'f', 'private'], 1)).toEqual([
      '“handbook.facts.f.private” has to be true or false.',
    ])
    expect(message(['handbook', 'tiers'], 'T1')).toEqual(['“handbook.tiers” has to be a list.'])
    expect(message(['title'], 5)).toEqual(['“title” has to be a text.'])
    expect(message(['chart', 'nodes', 0, 'position', 'x'], '5')).toEqual([
      '“chart.nodes.0.position.x” has to be a number.',
    ])
    expect(message(['handbook', 'facts', 'f', 'allowedValues'], ' '.repeat(1_000_000))).toEqual([])
    expect(message(['handbook', 'facts', 'f', 'allowedValues'], ' '.repeat(1_000_001))).toHaveLength(1)
    expect(message(['handbook', 'guardrails', 0, 'never'], {})).toEqual([
      '“handbook.guardrails.0.never” must name at least one of end, result, to, mode, action, options.',
    ])
    expect(message(['handbook', 'guardrails', 0, 'always'], { end: 'close' })).toEqual([
      '“handbook.guardrails.0” must have either never or always.',
    ])
    expect(message(['chart', 'edges', 0, 'otherwise'], true)).toEqual([
      '“chart.edges.0” has both when and otherwise; it can have one of them.',
    ])
  })

  it('has names of 1 to 64 letters, and no other', () => {
    for (const [name, right] of [
      ['a', true],
      ['é'.repeat(64), true],
      ['a'.repeat(65), false],
      ['', false],
      ['-a', false],
      ['a-b.c_d', true],
      ['a b', false],
      ['constructor', true],
    ] as const) {
      const document = whole()
      document.chart.edges[0]!.id = name
      expect(readDocument(document).findings.length === 0, name).toBe(right)
    }
  })

  it('takes at most forty levels, and no half of a pair', () => {
    for (const [document, path] of [
      [{ ...whole(), 'a\ud800': 1 }, []],
      [{ ...whole(), title: 'a\ud800' }, ['title']],
      [{ ...whole(), x: { 'b\udc00': 1 } }, ['x']],
    ] as const)
      expect(readDocument(document).findings[0]).toMatchObject({ code: 'malformed', path })
  })
})
