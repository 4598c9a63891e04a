import { describe, expect, it } from 'vitest'
import { compileAll } from '@/compiler/compile'
import { decide } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { check } from './checked'
import { amount, says, small, yesNo } from './small-policy'

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('a long chart', () => {
  it('of one action after another is followed to its end', () => {
    const count = 12_000
    const policy = small({
      actions: { pay: { grants: { T1: {} } } },
      nodes: [
        ...numbers(count).map(i => ({ id: `a${i}`, kind: 'action' as const, action: 'pay' })),
        says('done'),
      ],
      edges: [
        ['start', 'a0'],
        ...numbers(count).map((i): [string, string] => [`a${i}`, i + 1 < count ? `a${i + 1}` : 'done']),
      ],
    })
    const { findings, artifacts } = compileAll(policy)
    expect(findings).toEqual([])
    expect(artifacts!.T1!.tables[0]!.rows[0]!.steps).toHaveLength(count)
  })

  it('of questions is one table, with a row for each way out', () => {
    const count = 500
    const policy = small({
      facts: Object.fromEntries(numbers(count).map(i => [`f${i}`, yesNo()])),
      nodes: [
        ...numbers(count).map(i => ({ id: `q${i}`, kind: 'question' as const, facts: [`f${i}`] })),
        says('yes'),
        says('no'),
      ],
      edges: [
        ['start', 'q0'],
        ...numbers(count).flatMap((i): [string, string, Record<string, string>][] => [
          [`q${i}`, i + 1 < count ? `q${i + 1}` : 'yes', { [`f${i}`]: 'true' }],
          [`q${i}`, 'no', { [`f${i}`]: 'false' }],
        ]),
      ],
    })
    const { artifacts } = compileAll(policy)
    expect(artifacts!.T1!.tables.map(table => table.rows.length)).toEqual([count + 1])
    const facts = Object.fromEntries(numbers(count).map(i => [`f${i}`, i !== 400]))
    expect(load(artifacts!.T1!).decide(facts)).toEqual(decide(policy, 'T1', facts))
  })

  it('begins with a thousand magic words', () => {
    const policy = small({
      facts: { word: amount() },
      nodes: [
        ...numbers(1000).flatMap(i => [
          { id: `t${i}`, kind: 'trigger' as const, priority: i, when: { word: `>= ${i * 10}` } },
          says(`c${i}`),
        ]),
        says('none'),
      ],
      edges: [['start', 'none'], ...numbers(1000).map((i): [string, string] => [`t${i}`, `c${i}`])],
    })
    const { findings, artifacts } = compileAll(policy)
    expect(findings.map(finding => finding.code)).not.toContain('undecided')
    for (const word of [-1, 0, 10, 99_999])
      expect(load(artifacts!.T1!).decide({ word })).toEqual(decide(policy, 'T1', { word }))
  })
})

describe('a question with a thousand answers', () => {
  it('has a row for each, and every answer is checked against every other', () => {
    const count = 1000
    const policy = (last: string) =>
      small({
        facts: Object.fromEntries(
          numbers(5).map(i => [`f${i}`, amount({ step: 1, allowedValues: '[0..999]' })]),
        ),
        nodes: [
          { id: 'q', kind: 'question', facts: numbers(5).map(i => `f${i}`) },
          ...numbers(count).map(i => says(`c${i}`)),
        ],
        edges: [
          ['start', 'q'],
          ...numbers(count).map((i): [string, string, Record<string, string>] => [
            'q',
            `c${i}`,
            { f0: i === count - 1 ? last : String(i) },
          ]),
        ],
      })
    const { findings, artifacts } = compileAll(policy('999'))
    expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
    expect(artifacts!.T1!.tables[0]!.rows).toHaveLength(count)
    const overlapping = check(policy('[17..999]')).findings.filter(finding => finding.code === 'overlap')
    expect(overlapping).toHaveLength(count - 18)
    for (const { witness } of overlapping.slice(0, 5))
      expect(decide(policy('[17..999]'), 'T1', witness!)).toMatchObject({ kind: 'overlap' })
  })
})

describe('what is too deep for a table', () => {
  it('is told, and stops no check', () => {
    const count = 5000
    const facts = numbers(count).map(i => `f${i}`)
    const policy = small({
      facts: Object.fromEntries(facts.map(name => [name, yesNo('record')])),
      nodes: [
        ...facts.map((name, i) => ({
          id: `t${i}`,
          kind: 'trigger' as const,
          priority: i,
          when: { [name]: 'true' },
        })),
        says('done'),
      ],
      edges: [['start', 'done'], ...facts.map((_, i): [string, string] => [`t${i}`, 'done'])],
    })
    const { findings, artifacts } = compileAll(policy)
    if (artifacts) expect(load(artifacts.T1!).decide({})).toEqual(decide(policy, 'T1', {}))
    else expect(findings.map(finding => finding.code)).toContain('too-large')
  })
})
