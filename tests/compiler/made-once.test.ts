import { describe, expect, it } from 'vitest'
import { clashesOf } from '@/compiler/1-graph/clashes'
import { readGraph } from '@/compiler/1-graph/graph'
import { visibleTo } from '@/compiler/1-graph/visible'
import { Cases } from '@/compiler/2-checks/cases'
import { limitsOnFact, slicesOf } from '@/compiler/2-checks/heeded'
import { visitsAt } from '@/compiler/2-checks/visits-at'
import { waysInto } from '@/compiler/2-checks/ways-into'
import { cellsOf, sharedCells } from '@/compiler/3-diagram/cells'
import { leafPartsOf } from '@/compiler/3-diagram/leaves'
import { Tables } from '@/compiler/4-table/tables'
import { RunsStore } from '@/compiler/compare/cell-runs'
import { NodeStore } from '@/compiler/compare/nodes'
import { Written } from '@/compiler/compare/written'
import type { ValueSet } from '@/compiler/language/tests/value-set'
import { amount, says, small } from './small-policy'

const policy = small({
  tiers: ['T1', 'T2', 'T3'],
  facts: { total: amount() },
  actions: { credit: { params: { amount: { type: 'number' } }, grants: { T1: { amount: '<= 25' } } } },
  nodes: [
    { id: 'q', kind: 'question', facts: ['total'] },
    { id: 'pay', kind: 'action', action: 'credit', with: { amount: { fact: 'total' } } },
    { id: 'up', kind: 'escalate', to: 'T2', mode: 'consult' },
    says('done'),
  ],
  edges: [
    ['start', 'q'],
    ['q', 'pay', { total: '<= 25' }],
    ['q', 'up', { total: '> 20' }],
    ['pay', 'done'],
    ['up', 'done'],
  ],
})
const graph = readGraph(policy)
const other = readGraph(policy)

/** What is found out of a graph, a look or a domain is found once: charts of ten thousand steps live on it. */
describe('is made once, and for each graph anew', () => {
  const cases = new Map([graph, other].map(of => [of, new Cases(of)]))
  const made: Record<string, (of: typeof graph) => unknown> = {
    'what a caller sees': of => visibleTo(of, 0),
    'what answers have in common': of => clashesOf(of, 'q'),
    'the slices of checks': of => slicesOf(of),
    'the slice of a caller': of => slicesOf(of).of(1),
    'the limits of a parameter': of => limitsOnFact(of, 'credit', 'amount', 'total'),
    'what leads to each step': of => waysInto(of),
    'who comes to a step': of => visitsAt(cases.get(of)!, 'done'),
    'the parts of leaves': of => leafPartsOf(of),
    'a step': of => leafPartsOf(of).step({ key: '0 pay', rank: 0, node: of.nodes.get('pay') } as never),
    'cells of the same sets': of =>
      sharedCells(
        of.memory,
        of.domains.get('total')!,
        new Set(of.out.get('q')!.map(({ when }) => when.get('total')!.set)),
      ),
  }
  for (const [what, make] of Object.entries(made))
    it(what, () => {
      expect(make(graph)).toBe(make(graph))
      expect(make(other)).toBe(make(other))
      expect(make(other)).not.toBe(make(graph))
    })

  it('the tables of a tier, and of all that see the same', () => {
    const tables = new Tables(graph)
    for (const of of ['diagram', 'rows', 'artifact'] as const)
      for (const tier of ['T1', 'T2', 'T3']) expect(tables[of](tier)).toBe(tables[of](tier))
    expect(tables.rows('T3')).toBe(tables.rows('T2'))
    expect(tables.rows('T2')).not.toBe(tables.rows('T1'))
  })

  it('but cells of other sets are made for themselves; their order makes no other ones', () => {
    const domain = graph.domains.get('total')!
    const cells = (...sets: ValueSet[]) => sharedCells(graph.memory, domain, new Set(sets))
    const [a, b] = graph.out.get('q')!.map(({ when }) => when.get('total')!.set)
    const both = cells(a!, b!)
    for (const sets of [[a!], [b!], []]) expect(cells(...sets)).not.toBe(both)
    expect(cells(b!, a!)).toBe(both)
    expect(cellsOf(domain, [a!, b!])).not.toBe(both)
  })
})

describe('has one number, or is one object, where it is equal', () => {
  it('a set of cells', () => {
    const sets = new RunsStore()
    const numbers = [[0, 1], [], [0, 2], [0, 1], [1, 2], [], [0, 1, 2, 3]].map(runs => sets.number(runs))
    expect(numbers).toEqual([0, 1, 2, 0, 3, 1, 4])
    expect(sets.of(3)).toEqual([1, 2])
  })
  it('a node of a comparison', () => {
    const store = new NodeStore()
    const [a, b] = [store.leaf(1), store.leaf(2)]
    expect(store.leaf(1)).toBe(a)
    expect(store.branch(0, [0, 5], [a, b])).toBe(store.branch(0, [0, 3, 5], [a, a, b]))
    expect(store.branch(0, [0, 5], [a, b])).not.toBe(store.branch(0, [0, 4], [a, b]))
    expect(store.branch(1, [0, 5], [a, b])).not.toBe(store.branch(0, [0, 5], [a, b]))
    expect(store.branch(0, [0, 5], [b, a])).not.toBe(store.branch(0, [0, 5], [a, b]))
    expect(store.branch(0, [0, 5], [a, a])).toBe(a)
    const ways = [
      { box: [0, 1], to: a },
      { box: [0, 2], to: b },
    ]
    expect(store.fork(ways)).toBe(store.fork([...ways].reverse()))
    expect(store.fork(ways)).not.toBe(
      store.fork([
        { box: [0, 1], to: b },
        { box: [0, 2], to: a },
      ]),
    )
    expect(store.nodes.map(({ id }) => id)).toEqual([...store.nodes.keys()])
  })
  it('what is done and said', () => {
    const { steps, ends } = new Written()
    const step = (say?: string, more: object = {}) => ({
      action: 'a',
      with: {},
      tier: 'T1',
      ...(say !== undefined && { say }),
      ...more,
    })
    const numbers = [
      step('Hello.'),
      step(),
      step('Hello.'),
      step('Hello.', { question: 'q' }),
      step('Hello.', { tier: 'T2' }),
    ].map(one => steps.number(one))
    expect(numbers).toEqual([0, 1, 0, 0, 2])
    expect(steps.all).toEqual([step('Hello.'), step(), step('Hello.', { tier: 'T2' })])
    expect([
      steps.differOnlyInWords(0, 1),
      steps.differOnlyInWords(0, 0),
      steps.differOnlyInWords(0, 2),
    ]).toEqual([true, true, false])
    const close = (options?: object[]) =>
      ({ kind: 'close', result: 'resolved', ...(options && { options }) }) as never
    const [none, words, other, act] = [
      close(),
      close([{ say: 'a' }]),
      close([{ say: 'b' }]),
      close([{ say: 'a' }, { action: 'x', with: {} }]),
    ].map(one => ends.number(one)) as [number, number, number, number]
    expect([ends.differOnlyInWords(words, other), ends.differOnlyInWords(words, act)]).toEqual([true, false])
    expect(ends.differOnlyInWords(none, words)).toBe(false)
  })
})
