import { describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import { load } from '@/compiler/runtime/load'
import { plainTable } from './plain-table'

const TEXTS = Array.from({ length: 40 }, (_, i) => `city ${i}`)

/** One question of many texts, and one of a few of them, so that the index has both of its forms for texts. */
function cities(more: object): Policy {
  const close = (id: string) => ({ id, kind: 'close' as const, result: 'resolved' as const, say: id })
  const answers = (from: string, texts: readonly string[]) => [
    ...texts.map((text, i) => ({
      id: `${from}-${i}`,
      from,
      to: `end-${i % 7}`,
      when: { city: JSON.stringify(text) },
    })),
    { id: `${from}-other`, from, to: 'end-other', otherwise: true as const },
  ]
  return {
    format: 'remit/1',
    name: 'cities',
    handbook: {
      tiers: [{ id: 'T1' }],
      facts: {
        vip: { type: 'boolean', source: 'record' },
        city: { type: 'string', source: 'customer', ...more },
      },
      actions: {},
    },
    chart: {
      nodes: [
        { id: 'start', kind: 'start' },
        { id: 'vip', kind: 'question', facts: ['vip'] },
        { id: 'many', kind: 'question', facts: ['city'] },
        { id: 'few', kind: 'question', facts: ['city'] },
        ...['0', '1', '2', '3', '4', '5', '6', 'other'].map(name => close(`end-${name}`)),
      ],
      edges: [
        { id: 's', from: 'start', to: 'vip' },
        { id: 'y', from: 'vip', to: 'many', when: { vip: 'true' } },
        { id: 'n', from: 'vip', to: 'few', when: { vip: 'false' } },
        ...answers('many', TEXTS),
        ...answers('few', ['city 3', 'city 20']),
      ],
    },
  }
}

describe('texts', () => {
  const list = TEXTS.map(text => JSON.stringify(text)).join(', ')
  for (const more of [
    {},
    { mayBeUnknown: true },
    { allowedValues: list },
    { allowedValues: list, mayBeUnknown: true },
    { allowedValues: 'not("nowhere", "city 3")' },
  ])
    it(`are told apart, few or many of them: ${JSON.stringify(more).slice(0, 60)}`, () => {
      const artifact = compile(cities(more), 'T1')
      const [indexed, plain] = [load(artifact), plainTable(artifact)]
      for (const vip of [true, false, undefined])
        for (const city of [...TEXTS, 'somewhere', 'nowhere', '', null, undefined, 7])
          expect(indexed.decide({ vip, city }), `${vip} ${city}`).toStrictEqual(plain({ vip, city }))
    })
})

it('a table whose index is larger than a cache decides as a small one does', () => {
  const rows = 21_000
  const artifact: Artifact = {
    format: 'remit-table/1',
    policy: 'large',
    tier: 'T1',
    facts: { n: { type: 'number', step: 1, allowedValues: `[0..${rows - 1}]`, source: 'record' } },
    questions: { q: { facts: ['n'] } },
    tables: [
      {
        id: 'main',
        hitPolicy: 'UNIQUE',
        columns: ['n'],
        rows: Array.from({ length: rows }, (_, i) => ({
          id: `r${i}`,
          when: { n: String(i) },
          asks: [{ fact: 'n', question: 'q' }],
          steps: [],
          end: { kind: 'close', result: 'resolved', say: String(i) },
          from: [],
        })),
      },
    ],
    hash: '',
  }
  artifact.hash = artifactHash(artifact)
  const table = load(artifact)
  const said = ({ end }: { end?: { say?: string } }) => end?.say
  const wrong = Array.from({ length: rows }, (_, n) => n).filter(
    n => said(table.decide({ n }) as object) !== String(n),
  )
  expect(wrong).toEqual([])
  for (const n of [-1, rows, 0.5]) expect(table.decide({ n }).kind).toBe('invalid')
  expect(table.decide({})).toMatchObject({ kind: 'ask', fact: 'n' })
})

it('a fact is what an object has of its own', () => {
  const artifact = compile(cities({}), 'T1')
  const [indexed, plain] = [load(artifact), plainTable(artifact)]
  const inherits = (above: object, own: object) => Object.assign(Object.create(above), own)
  for (const [given, own] of [
    [inherits({ vip: 'yes' }, { city: 'city 3' }), { city: 'city 3' }],
    [inherits({ vip: true }, { city: 'city 3' }), { city: 'city 3' }],
    [inherits({ stranger: 1 }, { vip: false, city: 'city 3' }), { vip: false, city: 'city 3' }],
    [inherits({ vip: true }, {}), {}],
    [inherits({ city: 7 }, { vip: 'yes' }), { vip: 'yes' }],
    [inherits({ city: 7 }, { stranger: 1 }), { stranger: 1 }],
    [JSON.parse('{ "__proto__": 1, "vip": false, "city": "city 3" }'), null],
  ])
    expect(indexed.decide(given), JSON.stringify(given)).toStrictEqual(plain(own ?? given))
})
