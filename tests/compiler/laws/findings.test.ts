import { beforeAll, describe, expect, it } from 'vitest'
import type { Code, Finding } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { check } from '../checked'
import { allInputs, allInputsCount } from '../generators/all-inputs'
import { type Dice, dice } from '../generators/dice'
import { drafts } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

/** Policies with a slip or two in the answers of their questions: an answer gone, or another test in its place. */
const slips = (at: Dice, policy: Policy): Policy => {
  const copy = structuredClone(policy)
  const { nodes, edges } = copy.chart
  for (let n = at.int(1, 2); n > 0; n--) {
    const one = at.pick(
      edges.filter(edge => nodes.some(node => node.id === edge.from && node.kind === 'question')),
    )
    const siblings = edges.filter(edge => edge.from === one.from)
    const other = at.pick(siblings)
    if (siblings.length > 1 && at.chance(50)) edges.splice(edges.indexOf(one), 1)
    else if (one.when && other.when) one.when = structuredClone(other.when)
    else if (one.otherwise) delete one.otherwise
  }
  return copy
}

const drawn = () => drafts().filter(policy => allInputsCount(policy, highest(policy)) <= 1500)
const highest = (policy: Policy) => policy.handbook.tiers.at(-1)!.id
const of = (findings: readonly Finding[], code: Code) => findings.filter(finding => finding.code === code)

describe('gaps, overlaps and answers that are never taken', () => {
  it('are found exactly where following the chart on every input meets them', () => {
    const found = { gap: 0, overlap: 0, 'never-taken': 0, none: 0 }
    law(
      [drawn(), dice()],
      (policy, at) => {
        const wrong = at.chance(15) ? policy : slips(at, policy)
        const { findings } = check(wrong)
        if (findings.some(finding => ['malformed', 'dead-end', 'bad-test'].includes(finding.code))) return
        const chart = reading(wrong)
        const gaps = new Set<string>()
        const overlaps = new Set<string>()
        const taken = new Set<string>()
        const visited = new Set<string>()
        for (const facts of allInputs(wrong, highest(wrong))) {
          const result = chart.decide(highest(wrong), facts, { path: true })
          if (result.kind === 'gap') gaps.add(result.question)
          if (result.kind === 'overlap') overlaps.add(result.question)
          for (const edge of result.path!.edges) taken.add(edge)
          for (const node of result.path!.nodes) visited.add(node)
        }
        const places = (code: Code) =>
          [...new Set(of(findings, code).map(finding => finding.nodes![0]!))].sort()
        expect(places('gap')).toEqual([...gaps].sort())
        expect(places('overlap')).toEqual([...overlaps].sort())
        for (const finding of [...of(findings, 'gap'), ...of(findings, 'overlap')])
          expect(chart.decide(highest(wrong), finding.witness!)).toMatchObject({
            kind: finding.code,
            question: finding.nodes![0],
          })
        if (gaps.size === 0 && overlaps.size === 0) {
          const idle = wrong.chart.edges
            .filter(edge => visited.has(edge.from) && !taken.has(edge.id))
            .map(edge => edge.id)
          expect(
            of(findings, 'never-taken')
              .map(finding => finding.edges![0])
              .sort(),
          ).toEqual(idle.sort())
          found['never-taken'] += idle.length
          found.none++
        }
        found.gap += gaps.size
        found.overlap += overlaps.size
      },
      3,
    )
    for (const [what, count] of Object.entries(found))
      expect(count, `${what} never occurred`).toBeGreaterThan(0)
  })
})
