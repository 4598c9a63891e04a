import { describe, expect, it } from 'vitest'
import type { Code } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import { check } from './checked'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
const codes = (document: PolicyDocument): Code[] => check(document).findings.map(finding => finding.code)

const policy = (facts: string[], chart: PolicyDocument['chart']): PolicyDocument => ({
  format: 'remit/1',
  name: 'many',
  handbook: {
    tiers: [{ id: 'T1' }],
    facts: Object.fromEntries(
      facts.map(name => [name, { type: 'boolean' as const, source: 'customer' as const }]),
    ),
    actions: {},
  },
  chart,
})

/** One question in which any of some pairs of facts is enough: its rows double with each pair. */
function pairs(count: number): PolicyDocument {
  const facts = numbers(count).flatMap(i => [`a${i}`, `b${i}`])
  return policy(facts, {
    nodes: [
      { id: 'start', kind: 'start' },
      { id: 'q', kind: 'question', facts, hit: 'first' },
      { id: 'yes', kind: 'close', result: 'resolved', say: 'Yes.' },
      { id: 'no', kind: 'close', result: 'resolved', say: 'Not this time.' },
    ],
    edges: [
      { id: 'begin', from: 'start', to: 'q' },
      ...numbers(count).map(i => ({
        id: `e${i}`,
        from: 'q',
        to: 'yes',
        when: { [`a${i}`]: 'true', [`b${i}`]: 'true' },
      })),
      { id: 'rest', from: 'q', to: 'no', otherwise: true as const },
    ],
  })
}

/** Questions of which every one goes on to the next, and then all of them asked again: every case is another one. */
function askedTwice(count: number): PolicyDocument {
  const facts = numbers(count).map(i => `f${i}`)
  const questions = [
    ...facts.map(fact => ({ id: `first-${fact}`, fact })),
    ...facts.map(fact => ({ id: `again-${fact}`, fact })),
  ]
  return policy(facts, {
    nodes: [
      { id: 'start', kind: 'start' },
      ...questions.map(({ id, fact }) => ({ id, kind: 'question' as const, facts: [fact] })),
      { id: 'yes', kind: 'close', result: 'resolved', say: 'Yes.' },
      { id: 'no', kind: 'close', result: 'resolved', say: 'Not this time.' },
    ],
    edges: [
      { id: 'begin', from: 'start', to: questions[0]!.id },
      ...questions.flatMap(({ id, fact }, i) => [
        { id: `${id}-yes`, from: id, to: questions[i + 1]?.id ?? 'yes', when: { [fact]: 'true' } },
        { id: `${id}-no`, from: id, to: i < count ? questions[i + 1]!.id : 'no', when: { [fact]: 'false' } },
      ]),
    ],
  })
}

describe('more cases than can be followed', () => {
  it('a table of more rows than there may be is an error, and a smaller one is none', () => {
    expect(codes(pairs(18))).toContain('too-large')
    expect(codes(pairs(10))).not.toContain('too-large')
  })

  it('a check over its budget says so, where it was broken off, and reports nothing as clean', () => {
    const { findings } = check(askedTwice(22))
    const undecided = findings.filter(finding => finding.code === 'undecided')
    expect(undecided).not.toEqual([])
    expect(undecided[0]!.nodes).toHaveLength(1)
    expect(codes(askedTwice(8))).not.toContain('undecided')
  })
})
