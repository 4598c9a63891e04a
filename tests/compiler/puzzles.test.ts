import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { decide } from '@/compiler/meaning/decide'
import { check } from './checked'
import { type Dice, dice } from './generators/dice'
import { seed } from './laws/run'
import { says, small, yesNo } from './small-policy'

/** Literals of a clause: a variable, and whether it has to hold. One of three is enough. */
type Clause = readonly { variable: number; holds: boolean }[]

const clauses = (at: Dice, variables: number, count: number): Clause[] =>
  Array.from({ length: count }, () =>
    at
      .shuffle(Array.from({ length: variables }, (_, i) => i))
      .slice(0, 3)
      .map(variable => ({ variable, holds: at.chance(50) })),
  )

const canHold = (formula: readonly Clause[], variables: number) =>
  Array.from({ length: 2 ** variables }).some((_, values) =>
    formula.every(clause =>
      clause.some(({ variable, holds }) => Boolean((values >> variable) & 1) === holds),
    ),
  )

/**
 * A chart that asks the same facts again and again: a question for each clause, which turns away whoever fails all three
 * of its literals. Whoever passes them all comes to what the first tier may not do; whether anybody does is the puzzle.
 */
function puzzle(formula: readonly Clause[], variables: number): Policy {
  const questions = formula.map(
    (clause, i): Node => ({
      id: `q${i}`,
      kind: 'question',
      facts: clause.map(({ variable }) => `f${variable}`),
    }),
  )
  return small({
    tiers: ['T1', 'T2'],
    facts: Object.fromEntries(Array.from({ length: variables }, (_, i) => [`f${i}`, yesNo('record')])),
    actions: { gift: { grants: { T2: {} } } },
    guardrails: [{ id: 'no-gift', when: {}, never: { action: 'gift' } }],
    nodes: [
      ...questions,
      { id: 'gift', kind: 'action', action: 'gift', say: 'There.' },
      says('done'),
      says('no'),
    ],
    edges: [
      ['start', 'q0'],
      ...formula.flatMap((clause, i): [string, string, Record<string, string> | 'otherwise'][] => [
        [
          `q${i}`,
          'no',
          Object.fromEntries(clause.map(({ variable, holds }) => [`f${variable}`, String(!holds)])),
        ],
        [`q${i}`, formula[i + 1] ? `q${i + 1}` : 'gift', 'otherwise'],
      ]),
      ['gift', 'done'],
    ],
  })
}

describe('a chart that is a puzzle', () => {
  it('of few facts is solved: what is found is what trying every case finds', () => {
    const solved = { yes: 0, no: 0 }
    fc.assert(
      fc.property(dice(), at => {
        const variables = at.int(3, 6)
        const formula = clauses(at, variables, at.int(variables * 3, variables * 7))
        const policy = puzzle(formula, variables)
        const { findings } = check(policy)
        const found = (code: string) => findings.filter(finding => finding.code === code)
        expect(found('undecided')).toEqual([])
        const can = canHold(formula, variables)
        solved[can ? 'yes' : 'no']++
        expect(found('no-authority')).toHaveLength(can ? 1 : 0)
        expect(found('guardrail')).toHaveLength(can ? 1 : 0)
        const never = found('never-taken').flatMap(({ edges }) => edges!)
        if (can) expect(never).not.toContain(`e${formula.length * 2}`)
        for (const { witness } of [...found('no-authority'), ...found('guardrail')])
          expect(decide(policy, 'T2', witness!)).toMatchObject({ steps: [{ action: 'gift' }] })
      }),
      { seed, numRuns: 60 },
    )
    expect(solved.yes).toBeGreaterThan(0)
    expect(solved.no).toBeGreaterThan(0)
  })

  it('of many facts is undecided at a place in it, and nothing is said to be right that was not looked at', () => {
    fc.assert(
      fc.property(dice(), at => {
        const variables = 60
        const policy = puzzle(clauses(at, variables, 250), variables)
        const { findings } = check(policy)
        const undecided = findings.filter(({ code }) => code === 'undecided')
        expect(undecided.length).toBeGreaterThan(0)
        for (const { severity, nodes, path } of undecided) {
          expect(severity).toBe('error')
          expect(policy.chart.nodes[path![2] as number]!.id).toBe(nodes![0])
        }
        // What may be true of the part that was not looked at is said of nothing.
        for (const code of ['never-taken', 'pointless-question'])
          expect(findings.filter(finding => finding.code === code)).toEqual([])
        for (const { witness } of findings.filter(({ code }) => code === 'no-authority'))
          expect(decide(policy, 'T2', witness!)).toMatchObject({ steps: [{ action: 'gift' }] })
      }),
      { seed, numRuns: 1 },
    )
  })
})
