import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Change, diff } from '@/compiler/compare/diff'
import type { Policy } from '@/compiler/language/policy'
import { type ChartResult, reading } from '@/compiler/meaning/decide'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import type { Decision } from '@/compiler/runtime/result'
import { type Input, representatives } from '../generators/all-inputs'
import { dice } from '../generators/dice'
import { EDITS, edited } from '../generators/edits'
import { passes } from '../generators/plain-tests'
import { isPublishable, policies } from '../generators/random-policy'
import { shuffled } from '../generators/shuffled'
import { testsOn, visibleTo } from '../generators/visible'
import { announce, law } from './run'

beforeAll(announce)

const MOST_INPUTS = 1000

const knows = (policy: Policy, tier: string) => policy.handbook.tiers.some(({ id }) => id === tier)
const NOTHING = { facts: new Set<string>(), decidedBy: new Set<string>() }
const sightOf = (policy: Policy, tier: string) => (knows(policy, tier) ? visibleTo(policy, tier) : NOTHING)
const domains = (versions: readonly Policy[], name: string) =>
  new Set(
    versions.flatMap(version => {
      const fact = version.handbook.facts[name]
      return fact ? [JSON.stringify([fact.type, fact.step, fact.allowedValues, fact.mayBeUnknown])] : []
    }),
  )

/** Every distinguishable value of every fact that either version decides by; null where the two do not agree on a type. */
function jointInputs(versions: readonly Policy[], tier: string): Input[] | null {
  // A fact that is only named in words decides nothing, unless one version accepts what the other does not.
  const names = new Set(
    versions.flatMap(version => {
      const { facts, decidedBy } = sightOf(version, tier)
      return [...facts].filter(name => decidedBy.has(name) || domains(versions, name).size > 1)
    }),
  )
  let inputs: Input[] = [{}]
  for (const name of [...names].sort()) {
    const knowing = versions.filter(version => sightOf(version, tier).facts.has(name))
    const facts = knowing.map(version => version.handbook.facts[name]!)
    if (new Set(facts.map(({ type, step }) => `${type} ${step}`)).size > 1) return null
    const tests = knowing.flatMap(version => testsOn(version, name))
    const mentioned = [...tests, ...facts.flatMap(({ allowedValues }) => allowedValues ?? [])]
    const values = new Map(
      facts.flatMap(fact => representatives(fact, mentioned)).map(value => [canonicalJson(value), value]),
    )
    if (facts.some(({ mayBeUnknown }) => mayBeUnknown)) values.set('null', null)
    inputs = inputs.flatMap(input => [...values.values()].map(value => ({ ...input, [name]: value })))
    if (inputs.length > MOST_INPUTS) return null
  }
  return inputs
}

const decided = ({ ignored: _, ...result }: ChartResult) => result
/** An invalid case is one whatever is wrong with it. */
const comparable = (result: ChartResult) =>
  canonicalJson(result.kind === 'invalid' ? { kind: 'invalid' } : decided(result))
const silent = (text: string) =>
  JSON.parse(text, (key, value) => {
    if (key === 'say' || key === 'note') return undefined
    return key === 'options' ? value.filter((option: object) => 'action' in option) : value
  })

const holds = (change: Change, versions: readonly Policy[], tier: string, input: Input) =>
  Object.entries(change.when).every(([fact, test]) => {
    const knowing = versions.find(version => sightOf(version, tier).facts.has(fact))!
    return passes(test, knowing.handbook.facts[fact]!.type, input[fact]!)
  })

/** Steps and end of a region stand in what `decide` says: steps that both versions share may be left out. */
function shows(side: Change['before'], result: ChartResult) {
  if (side.kind === 'invalid') return expect(result.kind).toBe('invalid')
  const { steps, end } = decided(result) as Decision
  expect(end, JSON.stringify(result)).toMatchObject({ kind: side.end.kind })
  let at = 0
  for (const step of steps) if (side.steps[at]?.action === step.action) at++
  expect(at, 'the steps of the region stand in the decision, in order').toBe(side.steps.length)
}

/** The law itself: the regions are disjoint, and are exactly the cases that the two versions decide differently. */
function holdsExactly(old: Policy, next: Policy, tier: string): number {
  const inputs = jointInputs([old, next], tier)
  if (!inputs) return 0
  const { changes, same } = diff(old, next, tier)
  const [before, after] = [reading(old), reading(next)]
  const ask = (policy: Policy, chart: ReturnType<typeof reading>, input: Input): ChartResult =>
    knows(policy, tier) ? chart.decide(tier, input) : { kind: 'invalid', problems: [] }
  expect(same).toBe(changes.length === 0)
  for (const input of inputs) {
    const [a, b] = [ask(old, before, input), ask(next, after, input)]
    if (a.kind === 'invalid' && b.kind === 'invalid') continue
    const [was, is] = [comparable(a), comparable(b)]
    const regions = changes.filter(change => holds(change, [old, next], tier, input))
    expect(regions.length, `${JSON.stringify(input)} lies in at most one region`).toBeLessThan(2)
    const [region] = regions
    if (!region) {
      expect(is, `${JSON.stringify(input)} is decided alike`).toBe(was)
      continue
    }
    // Parameters compare as they are written: two ways to come to one value are a change.
    if (was === is) expect(JSON.stringify([region.before, region.after])).toContain('"fact"')
    else
      expect(region.kind).toBe(
        canonicalJson(silent(was)) === canonicalJson(silent(is)) ? 'wording' : 'decision',
      )
    shows(region.before, a)
    shows(region.after, b)
  }
  for (const { example } of changes) {
    const kind = (policy: Policy, name: string) => {
      const fact = policy.handbook.facts[name]
      return sightOf(policy, tier).facts.has(name) && `${fact!.type} ${fact!.step}`
    }
    const asked = new Set(
      [...sightOf(old, tier).facts, ...sightOf(next, tier).facts].filter(
        name => !kind(old, name) || !kind(next, name) || kind(old, name) === kind(next, name),
      ),
    )
    expect(new Set(Object.keys(example))).toEqual(asked)
    const results = [ask(old, before, example), ask(next, after, example)].map(comparable)
    if (results[0] === results[1]) expect(JSON.stringify(changes)).toContain('"fact"')
  }
  return changes.length
}

const tiersOf = (...versions: Policy[]) => [
  ...new Set(versions.flatMap(version => version.handbook.tiers.map(({ id }) => id))),
]

describe('comparing two versions', () => {
  const made = new Map<string, number>(Object.keys(EDITS).map(name => [name, 0]))
  let found = 0
  afterAll(() => {
    expect(
      [...made].filter(([, count]) => count === 0).map(([name]) => name),
      'edits never made',
    ).toEqual([])
    expect(found).toBeGreaterThan(0)
  })

  it('finds exactly what an edit of a policy decides differently', () => {
    law(
      [policies(), dice()],
      (old, at) => {
        const { policy, edits } = edited(old, at)
        if (!isPublishable(policy)) return
        for (const name of edits) made.set(name, made.get(name)! + 1)
        for (const tier of tiersOf(old, policy)) found += holdsExactly(old, policy, tier)
      },
      2,
    )
  })

  it('finds exactly what two unlike policies decide differently', () => {
    law(
      [policies(), policies()],
      (old, next) => {
        for (const tier of tiersOf(old, next)) found += holdsExactly(old, next, tier)
      },
      0.4,
    )
  })

  it('says that a policy is the same as itself, drawn and ordered differently', () => {
    law([policies(), dice()], (policy, at) => {
      const other = shuffled(at, policy)
      EDITS['ids of all steps'](other)
      for (const { id } of policy.handbook.tiers)
        expect(diff(policy, other, id)).toMatchObject({ same: true, changes: [] })
    })
  })
})
