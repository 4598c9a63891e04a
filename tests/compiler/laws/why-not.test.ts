import { beforeAll, describe, expect, it } from 'vitest'
import type { Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { comesTo, type Target } from '@/compiler/why-not/target'
import { whyNot } from '@/compiler/why-not/why-not'
import { allInputs, type Input } from '../generators/all-inputs'
import { type Dice, dice } from '../generators/dice'
import { passes } from '../generators/plain-tests'
import { largePolicies, policies } from '../generators/random-policy'
import { visibleTo } from '../generators/visible'
import { amount, announce, law, lawOf, patience } from './run'

beforeAll(announce)

const tiersOf = (policy: Policy) => policy.handbook.tiers.map(tier => tier.id)

/** Some of a case’s facts, as a call knows them that is not at its end. */
const someOf = (at: Dice, facts: Input): Input =>
  Object.fromEntries(Object.entries(facts).filter(() => at.chance(70)))

/** Every step and line that the tier sees. */
function targetsOf(policy: Policy, tier: string): Target[] {
  const { nodes, edges } = visibleTo(policy, tier)
  return [...[...nodes].map(node => ({ node })), ...[...edges].map(edge => ({ edge }))]
}

describe('why not', () => {
  const seen = { near: 0, impossible: 0, changed: 0, several: 0, told: 0 }

  it(
    'names as few facts as any case that comes there has others, and calls impossible what no case comes to',
    () => {
      lawOf(amount(80, 3000), [policies(), dice()], (policy, at) => {
        const chart = reading(policy)
        const tier = at.pick(tiersOf(policy))
        const volunteered = [...visibleTo(policy, tier).facts].filter(
          name => policy.handbook.facts[name]!.volunteered,
        )
        const unsaid = Object.fromEntries(volunteered.map(name => [name, false]))
        const all = allInputs(policy, tier).map(facts => ({
          facts: { ...unsaid, ...facts },
          path: chart.decide(tier, facts, { path: true }).path!,
        }))
        for (let n = 0; n < 3; n++) {
          const known = someOf(at, at.pick(allInputs(policy, tier)))
          const held: Input = { ...unsaid, ...known }
          const others = (facts: Input) => Object.keys(held).filter(name => facts[name] !== held[name]).length
          for (const target of targetsOf(policy, tier)) {
            const fewest = all.reduce(
              (least, { facts, path }) => (comesTo(target, path) ? Math.min(least, others(facts)) : least),
              Infinity,
            )
            const found = whyNot(chart.graph, tier, known, target)
            const about = `${JSON.stringify(target)} from ${JSON.stringify(known)} at ${tier}`
            if (found.kind !== 'near') {
              expect({ kind: found.kind, fewest }, about).toEqual({ kind: 'impossible', fewest: Infinity })
              seen.impossible++
              continue
            }
            expect(found.stands.length, about).toBe(fewest)
            seen.near++
            if (fewest > 0) seen.changed++
            if (fewest > 1) seen.several++
            if (found.missing.length > 0) seen.told++
          }
        }
      })
      console.info(seen)
      for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0)
    },
    patience,
  )

  it(
    'the case with these changes comes there, and is otherwise the same',
    () => {
      law([largePolicies(), dice()], (policy, at) => {
        const chart = reading(policy)
        const tier = at.pick(tiersOf(policy))
        const { decidedBy } = visibleTo(policy, tier)
        const known: Input = {}
        for (const name of decidedBy) {
          const fact = policy.handbook.facts[name]!
          if (fact.type === 'boolean' && at.chance(70)) known[name] = at.chance(50)
        }
        for (const target of targetsOf(policy, tier)) {
          const found = whyNot(chart.graph, tier, known, target)
          if (found.kind !== 'near') continue
          const { path } = chart.decide(tier, found.facts, { path: true })
          expect(comesTo(target, path!)).toBe(true)
          expect(found.path).toEqual(path)
          const expected: Input = { ...known }
          for (const { fact, is, value, wouldBe, at: steps } of found.stands) {
            const { type } = policy.handbook.facts[fact]!
            expect(is).toBe(known[fact] ?? false)
            expect(passes(wouldBe, type, is)).toBe(false)
            expect(passes(wouldBe, type, value)).toBe(true)
            for (const step of steps) expect(path!.nodes).toContain(step)
            expect(steps.length).toBeGreaterThan(0)
            expected[fact] = value
          }
          for (const { fact, value, wouldBe } of found.missing) {
            expect(known).not.toHaveProperty([fact])
            if (wouldBe !== null) expect(passes(wouldBe, policy.handbook.facts[fact]!.type, value)).toBe(true)
            expected[fact] = value
          }
          expect(found.facts).toEqual(expected)
        }
      })
    },
    patience,
  )

  it('answers as ever, or says that it could not find out, where the search is broken off', () => {
    let undecided = 0
    law([policies(), dice()], (policy, at) => {
      const { graph } = reading(policy)
      const target = { node: at.pick([...visibleTo(policy, 'T1').nodes]) }
      const whole = whyNot(graph, 'T1', {}, target)
      for (let budget = 0; budget < 12; budget++) {
        const found = whyNot(graph, 'T1', {}, target, budget)
        if (found.kind === 'undecided') undecided++
        else expect(found).toEqual(whole)
      }
    })
    expect(undecided).toBeGreaterThan(0)
  })
})
