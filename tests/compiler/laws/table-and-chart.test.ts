import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { decide, reading } from '@/compiler/meaning/decide'
import type { Artifact } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { load } from '@/compiler/runtime/load'
import type { TableResult } from '@/compiler/runtime/result'
import { allInputs, type Input, inputValues } from '../generators/all-inputs'
import { Census } from '../generators/census'
import { type Dice, dice } from '../generators/dice'
import { passes } from '../generators/plain-tests'
import { largePolicies, policies } from '../generators/random-policy'
import { visibleTo } from '../generators/visible'
import { amount, announce, law, lawOf, patience } from './run'

beforeAll(announce)

const census = new Census()
const tiersOf = (policy: Policy) => policy.handbook.tiers.map(tier => tier.id)

/** The facts as a client of the tier holds them: what nobody brought up is not so. */
function settled(policy: Policy, tier: string, facts: Input): Input {
  const volunteered = [...visibleTo(policy, tier).facts].filter(
    name => policy.handbook.facts[name]!.volunteered,
  )
  return { ...Object.fromEntries(volunteered.map(name => [name, false])), ...facts }
}

describe('table and chart', () => {
  /** A case, a tier, and what chart and table say of it: so many of them were compared. */
  const pairs = { all: 0, seeded: 0 }

  function alike(policy: Policy, artifact: Artifact, inputs: Iterable<Input>): number {
    const chart = reading(policy)
    const table = load(artifact)
    let count = 0
    for (const facts of inputs) {
      count++
      const [drawn, listed] = [chart.decide(artifact.tier, facts), table.decide(facts)]
      // Only what differs is worth a message: there are thousands of inputs.
      if (drawn.kind === 'decision' && isDeepStrictEqual(listed, drawn)) continue
      expect(drawn.kind, `${JSON.stringify(facts)} at ${artifact.tier}`).toBe('decision')
      expect(listed, `${JSON.stringify(facts)} at ${artifact.tier}`).toStrictEqual(drawn)
    }
    return count
  }

  it(
    'decide alike on every complete input, where there are few',
    () => {
      lawOf(amount(180, 4000), [policies()], policy => {
        const artifacts = tiersOf(policy).map(tier => compile(policy, tier))
        census.add(policy, artifacts)
        for (const artifact of artifacts)
          pairs.all += alike(policy, artifact, allInputs(policy, artifact.tier))
      })
    },
    patience,
  )

  it(
    'decide alike on inputs chosen by a seed, where there are more',
    () => {
      lawOf(amount(40, 3000), [largePolicies(), dice()], (policy, at) => {
        for (const tier of tiersOf(policy)) {
          const values = inputValues(policy, tier)
          const some = Array.from({ length: 150 }, () => oneOf(at, values))
          pairs.seeded += alike(policy, compile(policy, tier), some)
        }
      })
      console.info(pairs)
      expect(pairs.all + pairs.seeded).toBeGreaterThanOrEqual(amount(20_000, 1_000_000))
    },
    patience,
  )

  it('a policy read once decides as one read every time', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const tier = at.pick(tiersOf(policy))
        const facts = at.pick(allInputs(policy, tier))
        expect(decide(policy, tier, facts)).toEqual(reading(policy).decide(tier, facts))
      },
      0.3,
    )
  })

  it('ignore what the tier does not know, and name it', () => {
    law([policies(), dice()], (policy, at) => {
      const tier = at.pick(tiersOf(policy))
      const facts = at.pick(allInputs(policy, tier))
      const { facts: seen } = visibleTo(policy, tier)
      const foreign = [...Object.keys(policy.handbook.facts), 'nobody-knows-me']
        .filter(name => !seen.has(name))
        .sort()
      const given = {
        ...facts,
        ...Object.fromEntries(foreign.map(name => [name, at.pick([null, 'x', 1, true])])),
      }
      const table = load(compile(policy, tier))
      const said = table.decide(given)
      expect(said).toEqual({ ...table.decide(facts), ignored: foreign })
      expect(decide(policy, tier, given)).toEqual(said)
    })
  })

  it('call a value outside its domain invalid, in the same words', () => {
    law([policies(), dice()], (policy, at) => {
      const tier = at.pick(tiersOf(policy))
      const facts: Record<string, unknown> = { ...at.pick(allInputs(policy, tier)) }
      const name = at.pick([...visibleTo(policy, tier).facts, undefined])
      if (name === undefined) return
      facts[name] = at.pick([
        'nonsense',
        -12345.678,
        [],
        {},
        null,
        '2026-02-30',
        '24:00:00',
        Number.NaN,
        'P1Y',
        1e300,
      ])
      const said = load(compile(policy, tier)).decide(facts)
      expect(said).toEqual(decide(policy, tier, facts))
    })
  })

  it('a walk that answers only what is asked ends in the same decision, and asks nothing more', () => {
    law([policies(), dice()], (policy, at) => {
      const chart = reading(policy)
      for (const tier of tiersOf(policy)) {
        const table = load(compile(policy, tier))
        const inputs = allInputs(policy, tier)
        for (let n = 0; n < 8; n++) {
          const complete = at.pick(inputs)
          const asked = walk(policy, facts => table.decide(facts), complete)
          const drawn = walk(policy, facts => chart.decide(tier, facts) as TableResult, complete)
          expect(drawn.result).toEqual(chart.decide(tier, complete))
          expect(asked.result, JSON.stringify(complete)).toEqual(drawn.result)
          const more = asked.facts.filter(fact => !drawn.facts.includes(fact))
          expect(more, `asked ${asked.facts}, the chart ${drawn.facts}: ${JSON.stringify(complete)}`).toEqual(
            [],
          )
        }
      }
    })
  })

  it('decide nothing that what is not yet known could still change', () => {
    law([policies(), dice()], (policy, at) => {
      const chart = reading(policy)
      const tier = at.pick(tiersOf(policy))
      const table = load(compile(policy, tier))
      const all = allInputs(policy, tier).map(facts => ({
        facts: settled(policy, tier, facts),
        said: canonicalJson(chart.decide(tier, facts)),
      }))
      for (let n = 0; n < 12; n++) {
        const known = someOf(at, at.pick(all).facts)
        const held = settled(policy, tier, known)
        for (const result of [table.decide(known), chart.decide(tier, known)]) {
          if (result.kind === 'ask') expect(known).not.toHaveProperty([result.fact])
          else {
            const said = canonicalJson(result)
            for (const one of all)
              if (
                Object.entries(held).every(
                  ([name, value]) => one.facts[name] === value || !(name in one.facts),
                )
              )
                expect(one.said).toBe(said)
          }
        }
      }
    })
  })
})

describe('the rows of every table', () => {
  it('are disjoint, cover every valid input, and print their tests in the canonical form', () => {
    law([policies()], policy => {
      for (const tier of tiersOf(policy)) {
        const artifact = compile(policy, tier)
        const inputs = allInputs(policy, tier).map(facts => settled(policy, tier, facts))
        for (const table of artifact.tables) {
          for (const facts of inputs) {
            const holding = table.rows.filter(row =>
              Object.entries(row.when).every(([name, test]) =>
                passes(test, policy.handbook.facts[name]!.type, facts[name]!),
              ),
            )
            if (holding.length !== 1)
              expect(
                holding.map(row => row.id),
                `${table.id} at ${tier}: ${JSON.stringify(facts)}`,
              ).toHaveLength(1)
          }
          for (const row of table.rows) {
            for (const [name, test] of Object.entries(row.when)) {
              const fact = policy.handbook.facts[name]!
              expect(
                inputs.some(facts => !passes(test, fact.type, facts[name]!)),
                `${name}: ${test} leaves nothing out`,
              ).toBe(true)
              expect(table.columns).toContain(name)
            }
            for (const { fact, question } of row.asks) {
              expect(row.when).toHaveProperty([fact])
              expect(artifact.questions[question]!.facts).toContain(fact)
              expect(artifact.facts[fact]!.volunteered).toBeUndefined()
            }
          }
        }
      }
    })
  })
})

/** Answers what is asked from a complete input; volunteered facts and nothing else are known from the start. */
function walk(policy: Policy, decideBy: (facts: Input) => TableResult, complete: Input) {
  const known: Input = {}
  for (const [name, value] of Object.entries(complete))
    if (policy.handbook.facts[name]!.volunteered) known[name] = value
  const facts: string[] = []
  for (;;) {
    const result = decideBy(known)
    if (result.kind !== 'ask') return { result, facts }
    const fact = policy.handbook.facts[result.fact]!
    expect(fact.volunteered).toBeUndefined()
    expect(known).not.toHaveProperty([result.fact])
    expect(complete).toHaveProperty([result.fact])
    const node = policy.chart.nodes.find(one => one.id === result.question)!
    expect(result).toEqual({
      kind: 'ask',
      fact: result.fact,
      question: node.id,
      source: fact.source,
      ...('say' in node && node.say !== undefined ? { say: node.say } : {}),
      ...(fact.ask === undefined ? {} : { ask: fact.ask }),
    })
    facts.push(result.fact)
    known[result.fact] = complete[result.fact]!
  }
}

/** An input with a value of each fact, or without it where that is one of them. */
function oneOf(at: Dice, values: ReturnType<typeof inputValues>): Input {
  const input: Input = {}
  for (const [name, all] of values) {
    const value = at.pick(all)
    if (value !== undefined) input[name] = value
  }
  return input
}

const someOf = (at: Dice, facts: Input): Input =>
  Object.fromEntries(Object.entries(facts).filter(() => at.chance(50)))

afterAll(() => {
  console.info(Object.fromEntries(census.counts))
  expect(census.missing(), 'never generated').toEqual([])
})
