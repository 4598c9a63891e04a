import type { Fact } from '@/compiler/language/fact'
import type { Policy } from '@/compiler/language/policy'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import type { JsonValue } from '@/compiler/runtime/values'
import { type Input, representatives } from '../generators/all-inputs'
import type { Dice } from '../generators/dice'
import { passes } from '../generators/plain-tests'
import { testsOn, visibleTo } from '../generators/visible'

const NOTHING = { facts: new Set<string>(), decidedBy: new Set<string>() }

export const knows = (policy: Policy, tier: string) => policy.handbook.tiers.some(({ id }) => id === tier)

/** What a tier sees of a version; nothing where the version does not know the tier. */
export const sightOf = (policy: Policy, tier: string) =>
  knows(policy, tier) ? visibleTo(policy, tier) : NOTHING

/** The fact in each version that shows it to the tier. */
export const inVersions = (versions: readonly Policy[], name: string, tier: string): Fact[] =>
  versions
    .filter(version => sightOf(version, tier).facts.has(name))
    .map(({ handbook }) => handbook.facts[name]!)

export const changesType = (facts: readonly Fact[]) => new Set(facts.map(({ type }) => type)).size > 1

/** As many values of steps may be told one by one where the steps differ. */
const MOST_LISTED = 1000

/** Whether two versions have steps of which no test can say which values are whose: then the values of both are compared. */
export function changesSteps(facts: readonly Fact[]): boolean {
  const [a, b] = facts
  return a !== undefined && b !== undefined && a.step !== b.step && !(isListed(a) && isListed(b))
}

function isListed({ step, allowedValues }: Fact): boolean {
  if (step === undefined) return true
  if (allowedValues === undefined || allowedValues.includes('>=')) return false
  // A list is no longer than its document; of an interval each value of the steps counts.
  const values = allowedValues.split(',').map(item => {
    const bounds = item.match(/-?\d[\d.e+-]*?(?=$|[,\])]|\.\.)/g)!.map(Number)
    return (Math.max(...bounds) - Math.min(...bounds)) / step + 1
  })
  return values.reduce((all, one) => all + one, 0) < MOST_LISTED + 1
}

const onGrid = ({ step }: Fact, value: JsonValue) =>
  step === undefined ||
  value === null ||
  Number((Math.round((value as number) / step) * step).toPrecision(12)) === value

/** By fact, every value that the tests of either version tell apart; a fact that changed its type is left out. */
export function jointValues(versions: readonly Policy[], tier: string): Map<string, JsonValue[]> {
  const made = new Map<string, JsonValue[]>()
  // A fact that is only named in words decides nothing, unless one version accepts what the other does not.
  const names = new Set(
    versions.flatMap(version => {
      const { facts, decidedBy } = sightOf(version, tier)
      return [...facts].filter(name => decidedBy.has(name) || formsOf(versions, name).size > 1)
    }),
  )
  for (const name of [...names].sort()) {
    const facts = inVersions(versions, name, tier)
    if (changesType(facts)) continue
    const tests = versions
      .filter(version => sightOf(version, tier).facts.has(name))
      .flatMap(version => testsOn(version, name))
    const mentioned = [...tests, ...facts.flatMap(({ allowedValues }) => allowedValues ?? [])]
    const values = new Map(
      facts.flatMap(fact => representatives(fact, mentioned)).map(value => [canonicalJson(value), value]),
    )
    if (facts.some(({ mayBeUnknown }) => mayBeUnknown)) values.set('null', null)
    const both = changesSteps(facts)
    made.set(
      name,
      [...values.values()].filter(value => !both || facts.every(fact => onGrid(fact, value))),
    )
  }
  return made
}

const formsOf = (versions: readonly Policy[], name: string) =>
  new Set(
    versions.flatMap(version => {
      const fact = version.handbook.facts[name]
      return fact ? [JSON.stringify([fact.type, fact.step, fact.allowedValues, fact.mayBeUnknown])] : []
    }),
  )

const MOST_INPUTS = 1000
const SAMPLE = 200

/** All complete inputs that may be told apart, where there are few; else some of them. */
export function jointInputs(
  values: ReadonlyMap<string, readonly JsonValue[]>,
  dice: Dice,
): { inputs: Input[]; all: boolean } {
  const count = [...values.values()].reduce((product, of) => product * of.length, 1)
  if (count > MOST_INPUTS) {
    const one = () => Object.fromEntries([...values].map(([name, of]) => [name, dice.pick(of)]))
    return { inputs: Array.from({ length: SAMPLE }, one), all: false }
  }
  let inputs: Input[] = [{}]
  for (const [name, of] of values)
    inputs = inputs.flatMap(input => of.map(value => ({ ...input, [name]: value })))
  return { inputs, all: true }
}

/** Whether an input lies where the tests of a region say. */
export const liesIn = (
  when: Record<string, string>,
  versions: readonly Policy[],
  tier: string,
  input: Input,
) =>
  Object.entries(when).every(([name, test]) =>
    passes(test, inVersions(versions, name, tier)[0]!.type, input[name] ?? null),
  )
