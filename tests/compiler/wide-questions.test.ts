import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { compileAll } from '@/compiler/compile'
import type { PolicyDocument } from '@/compiler/language/policy'
import { intersect, isEmpty } from '@/compiler/language/tests/value-set'
import { reading } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { randomNumbers, wideQuestion } from '../bench/check-workloads'
import { check } from './checked'
import { joinableRows } from './joinable-rows'
import { amount, says, small } from './small-policy'

const COUNT = 300

/** A case as a customer, a clock and a record would have it. */
function someCase(random: () => number) {
  const below = (n: number) => Math.floor(random() * n)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    order_total: below(10_000) / 100,
    call_time: `${two(below(24))}:${two(below(60))}:00`,
    weight: below(2000),
    ordered_on: new Date(Date.UTC(2026, 0, 1 + below(365))).toISOString().slice(0, 10),
    speed: `speed ${below(6)}`,
  }
}

const withoutAnswer = (document: PolicyDocument, index: number): PolicyDocument => ({
  ...document,
  chart: { ...document.chart, edges: document.chart.edges.filter((_, i) => i !== index) },
})

describe('a question of many answers over five facts', () => {
  const whole = wideQuestion(COUNT, 7)

  it('has no more rows than answers, none of which could be joined, and decides as the chart does', () => {
    const { policy, findings, artifacts } = compileAll(whole)
    expect(findings).toEqual([])
    const [table, ...others] = artifacts!.T1!.tables
    expect(others).toEqual([])
    expect(table!.rows.length).toBeLessThanOrEqual(COUNT)
    expect(joinableRows(artifacts!.T1!)).toEqual([])
    const [chart, loaded] = [reading(policy!), load(artifacts!.T1!)]
    const random = randomNumbers(11)
    for (let i = 0; i < 500; i++) {
      const facts = someCase(random)
      expect(loaded.decide(facts)).toEqual(chart.decide('T1', facts))
    }
  })

  it('has a gap where any one answer is taken out, shown by a case that nothing covers', () => {
    for (let index = 1; index <= COUNT; index += 37) {
      const { findings } = check(withoutAnswer(whole, index))
      expect(findings.map(({ code }) => code)).toEqual(['gap'])
      // The answer that was taken out would have held.
      const { witness } = findings[0]!
      const graph = readGraph(compileAll(whole).policy!)
      expect(reading(graph.policy).decide('T1', witness!).kind).toBe('decision')
    }
  })

  it('has the overlaps that comparing all answers with all others finds', () => {
    const spoilt = wideQuestion(COUNT, 7, 12)
    const { policy, findings } = check(spoilt)
    const graph = readGraph(policy!)
    const answers = graph.out.get('which')!
    const pairs: string[] = []
    for (const [i, one] of answers.entries())
      for (const other of answers.slice(i + 1)) {
        const facts = new Set([...one.when.keys(), ...other.when.keys()])
        const all = (fact: string) => graph.domains.get(fact)!.all
        const meet = [...facts].every(
          fact =>
            !isEmpty(intersect(one.when.get(fact)?.set ?? all(fact), other.when.get(fact)?.set ?? all(fact))),
        )
        if (meet) pairs.push([one.id, other.id].sort().join(' '))
      }
    const found = findings
      .filter(({ code }) => code === 'overlap')
      .map(({ edges }) => [...edges!].sort().join(' '))
    expect(pairs.length).toBeGreaterThan(20)
    expect(found.sort()).toEqual(pairs.sort())
  })
})

describe('answers that would overlap where no case comes', () => {
  /** Two ways lead to a question whose answers are all right below ten; from ten on, which never comes, they are not. */
  const policy = small({
    facts: {
      n: amount({ step: 1, allowedValues: '[0..20]' }),
      m: amount({ step: 1, allowedValues: '[0..1]' }),
    },
    nodes: [
      { id: 'first', kind: 'question', facts: ['n', 'm'] },
      { id: 'low', kind: 'action', action: 'note' },
      { id: 'again', kind: 'question', facts: ['n', 'm'] },
      says('a'),
      says('b'),
      says('c'),
    ],
    actions: { note: { grants: { T1: {} } } },
    edges: [
      ['start', 'first'],
      ['first', 'low', { n: '< 5' }],
      ['first', 'again', { n: '[5..10)' }],
      ['first', 'c', { n: '>= 10' }],
      ['low', 'again'],
      ['again', 'a', { n: '< 7, [10..14]' }],
      ['again', 'b', { n: '[7..12]', m: '0' }],
      ['again', 'c', { n: '[7..9]', m: '1' }],
    ],
  })

  it('are no error, and make a table that covers every case once', () => {
    const { findings, artifacts, policy: read } = compileAll(policy)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const [chart, loaded] = [reading(read!), load(artifacts!.T1!)]
    for (let n = 0; n <= 20; n++)
      for (const m of [0, 1]) expect(loaded.decide({ n, m })).toEqual(chart.decide('T1', { n, m }))
  })
})

describe('what is left for “otherwise” is no one box', () => {
  const five = amount({ allowedValues: '[0..9]', step: 1 })
  const corner = { a: '< 5', b: '< 5' }
  const beside = { a: '< 5', b: '>= 5' }
  const below = { a: '>= 5', b: '< 5' }
  const beyond = { a: '>= 5', b: '>= 5' }
  const pieces = [beside, below, beyond]

  // Clashing answers are cut out of each other first: what is left over is another matter then.
  for (const clashing of [false, true])
    it.each(pieces)(
      `and all of it goes on, also that of %j${clashing ? ', beside answers that clash' : ''}`,
      missing => {
        const policy = small({
          facts: { a: five, b: five },
          nodes: [
            { id: 'first', kind: 'question', facts: ['a', 'b'] },
            { id: 'then', kind: 'question', facts: ['a', 'b'] },
            says('x'),
            says('y'),
          ],
          edges: [
            ['start', 'first'],
            ['first', 'x', corner],
            ...(clashing ? [['first', 'y', { a: '0', b: '0' }] as [string, string, typeof corner]] : []),
            ['first', 'then', 'otherwise'],
            ...pieces
              .filter(piece => piece !== missing)
              .map((piece): [string, string, typeof corner] => ['then', 'y', piece]),
          ],
        })
        const gaps = check(policy).findings.filter(({ code }) => code === 'gap')
        expect(gaps.map(({ nodes }) => nodes)).toEqual([['then']])
      },
    )
})
