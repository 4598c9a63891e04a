import { describe, expect, it } from 'vitest'
import { type CompareAnswer, compareDocuments } from '@/app/_compare/comparing'
import { litAt, partsAt, played, stopAt } from '@/app/_compare/play/played'
import { compareAddress, readSide, sideLabel } from '@/app/_compare/side'
import type { Policy } from '@/compiler/language/policy'
import { parcels, VERSIONS } from '../../compiler/compare/told/versions'

function said(from: Policy, to: Policy): CompareAnswer[] {
  const answers: CompareAnswer[] = []
  compareDocuments({ from, to }, answer => answers.push(structuredClone(answer)))
  return answers
}

const later = (name: string) => {
  const policy = parcels()
  VERSIONS[name]!(policy)
  return policy
}

describe('comparing two documents', () => {
  it('says what it does, tier by tier, and then what it found', () => {
    const answers = said(parcels(), later('an-hour-later'))
    expect(answers.map(answer => (answer.is === 'comparing' ? answer.tier : answer.is))).toEqual([
      'checking',
      'checking',
      'T1',
      'T2',
      'T3',
      'told',
    ])
    const last = answers.at(-1)!
    if (last.is !== 'told') throw new Error(last.is)
    expect(last.told.verdict.headline).toBe('Two situations are decided differently.')
    expect(last.policies.to.chart.edges).toEqual(later('an-hour-later').chart.edges)
    expect(last.findings.to.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('refuses what has errors, and names them and the side', () => {
    const broken = parcels()
    broken.chart.edges = broken.chart.edges.filter(({ id }) => id !== 'e7')
    for (const [which, answers] of [
      ['to', said(parcels(), broken)],
      ['from', said(broken, parcels())],
    ] as const) {
      const last = answers.at(-1)!
      expect(last).toMatchObject({ is: 'errors', which })
      expect(last.is === 'errors' && last.findings.map(({ code }) => code)).toContain('gap')
    }
  })

  it('tells what differs in the documents where their decisions differ in too many ways', () => {
    // So many answers in a row, each moved: every combination of them is a difference of its own.
    const chain = (at: number): Policy => {
      const policy = parcels()
      for (let i = 0; i < 24; i++) {
        policy.handbook.facts[`n${i}`] = { type: 'number', source: 'record' }
        const to = i === 23 ? 'done' : `q${i + 1}`
        policy.chart.nodes.push(
          { id: `q${i}`, kind: 'question', facts: [`n${i}`] },
          { id: `s${i}`, kind: 'action', action: 'credit', with: { amount: i }, say: `Words ${i}.` },
        )
        policy.chart.edges.push(
          { id: `a${i}`, from: `q${i}`, to: `s${i}`, when: { [`n${i}`]: `< ${at}` } },
          { id: `b${i}`, from: `q${i}`, to, otherwise: true },
          { id: `c${i}`, from: `s${i}`, to },
        )
      }
      policy.chart.edges.find(({ id }) => id === 'e3')!.to = 'q0'
      policy.chart.nodes = policy.chart.nodes.filter(({ id }) => id !== 'next-day')
      policy.chart.edges = policy.chart.edges.filter(({ id }) => id !== 'e5')
      return policy
    }
    const last = said(chain(10), chain(12)).at(-1)!
    expect(last).toMatchObject({ is: 'too-different', tier: 'T1' })
    if (last.is !== 'too-different') return
    expect(last.told.chart.steps.filter(({ is }) => is === 'changed')).toHaveLength(24)
  })

  it('refuses what is no policy', () => {
    expect(said(parcels(), { name: 'no policy' } as never).at(-1)).toMatchObject({
      is: 'errors',
      which: 'to',
    })
  })
})

describe('an example on both charts', () => {
  const [old, next] = [parcels(), later('an-hour-later')]
  const facts = { danger: false, call_time: '15:20:00', gift: true }

  it('lights its way on each, and says where they part', () => {
    const sides = [played(old, 'T1', facts), played(next, 'T1', facts)] as const
    expect(sides.map(({ stops }) => stops.map(({ node }) => node))).toEqual([
      ['start', 'when', 'gift', 'give', 'done'],
      ['start', 'when', 'next-day', 'done'],
    ])
    expect(partsAt(...sides)).toBe(2)
    expect([...litAt(sides[0], 2).nodes]).toEqual([
      ['start', 'passed'],
      ['when', 'passed'],
      ['gift', 'here'],
    ])
    expect([...litAt(sides[0], 2).edges.keys()]).toEqual(['e1', 'e4'])
    // The one that has ended stays where it is.
    expect(stopAt(sides[1], 4)?.node).toBe('done')
    expect(partsAt(sides[0], sides[0])).toBeNull()
  })

  it('says why there is none', () => {
    expect(played(old, 'T9', facts)).toMatchObject({ stops: [], refused: 'There is no tier T9 here.' })
    const { refused } = played(old, 'T1', { ...facts, gift: 'perhaps' })
    expect(refused).toMatch(/^Not accepted\. It is a gift: /)
  })
})

describe('an address', () => {
  it('names both sides', () => {
    expect(compareAddress('parcels', 3, 'draft')).toBe('/policies/parcels/compare?from=3&to=draft')
    expect(readSide('12')).toBe(12)
    expect(readSide('draft')).toBe('draft')
    expect(sideLabel(12)).toBe('Version 12')
  })
  it.each([null, '', '0', '-1', '1.5', '1e3', 'Draft', '12345678901'])('%s is no side', text =>
    expect(readSide(text)).toBeNull(),
  )
})
