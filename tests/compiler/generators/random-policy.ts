import type fc from 'fast-check'
import { check } from '@/compiler/compile'
import type { Action } from '@/compiler/language/handbook'
import type { Policy } from '@/compiler/language/policy'
import { type FactType, toJson, toPoint } from '@/compiler/runtime/values'
import { allInputsCount } from './all-inputs'
import { type Dice, thrown } from './dice'
import { ChartBuilder, type RandomAction } from './random-chart'
import { type RandomFact, randomFact } from './random-facts'

/** How many complete inputs a policy may have at its highest tier, so that all of them can be tried. */
const MOST_INPUTS = 1500

/** Small policies that can be published, of every kind of node, fact and way to write them. */
export const policies = (): fc.Arbitrary<Policy> => drafts().filter(isPublishable).filter(isSmall)

/** As `policies`, before anything has been checked. */
export const drafts = (): fc.Arbitrary<Policy> => thrown(dice => randomPolicy(dice, SMALL))

/** Policies that can be published, of more facts than all inputs could be tried of. */
export const largePolicies = (): fc.Arbitrary<Policy> =>
  thrown(dice => randomPolicy(dice, LARGE)).filter(isPublishable)

interface Size {
  /** Least and most. */
  facts: [number, number]
  depth: [number, number]
  cards: number
}
const SMALL: Size = { facts: [2, 4], depth: [2, 4], cards: 40 }
const LARGE: Size = { facts: [5, 9], depth: [4, 6], cards: 90 }

export const isPublishable = (policy: Policy): boolean =>
  check(policy).findings.every(finding => finding.severity !== 'error')

const isSmall = (policy: Policy) =>
  policy.handbook.tiers.every(tier => allInputsCount(policy, tier.id) <= MOST_INPUTS)

function randomPolicy(dice: Dice, size: Size): Policy {
  const tiers = ['T1', 'T2', 'T3'].slice(0, dice.pick([1, 2, 2, 3, 3]))
  const facts = Array.from({ length: dice.int(...size.facts) }, (_, i) =>
    randomFact(dice, `${dice.pick(['z', 'f', 'b'])}${i}`),
  )
  const actions = Array.from({ length: dice.int(1, 3) }, (_, i) =>
    randomAction(dice, `do-${i}`, tiers, facts),
  )
  const chart = new ChartBuilder(dice, tiers, facts, actions, size.cards).draw(dice.int(...size.depth))
  return {
    format: 'remit/1',
    name: 'random',
    ...(facts.some(({ fact }) => fact.source === 'clock') || dice.chance(10)
      ? { timeZone: 'America/Chicago' }
      : {}),
    handbook: {
      tiers: tiers.map(id => (dice.chance(50) ? { id } : { id, title: `Desk ${id}` })),
      facts: Object.fromEntries(facts.map(({ id, fact }) => [id, fact])),
      actions: Object.fromEntries(actions.map(({ id, action }) => [id, action])),
    },
    chart,
  }
}

const PLAIN: Record<FactType, readonly [unknown, unknown]> = {
  boolean: [true, false],
  number: [10, 0.5],
  string: ['a', ''],
  date: ['2026-01-01', '2024-02-29'],
  time: ['15:00:00', '00:00:00'],
  'date and time': ['2026-01-01T09:00:00-06:00', '2026-01-01T15:00:00Z'],
  'days and time duration': ['PT24H', 'P1D'],
}

function randomAction(
  dice: Dice,
  id: string,
  tiers: readonly string[],
  facts: readonly RandomFact[],
): RandomAction {
  const tier = dice.chance(25) ? dice.int(0, tiers.length - 1) : 0
  const title = dice.chance(50) ? { title: `Do ${id}` } : {}
  const grants = { [tiers[tier]!]: {} }
  if (dice.chance(40)) return { id, tier, literals: {}, action: { ...title, grants } }
  if (dice.chance(30)) {
    const params = { amount: { type: 'number' as const, allowedValues: '>= 0' } }
    const limited: Action['grants'] = {
      [tiers[tier]!]: { amount: '<= 25' },
      ...(tier + 1 < tiers.length ? { [tiers[tier + 1]!]: {} } : {}),
    }
    return { id, tier, literals: { amount: [0, 25, 10.5] }, action: { ...title, params, grants: limited } }
  }
  const types = dice
    .shuffle(facts)
    .slice(0, dice.chance(30) ? 2 : 1)
    .map(({ fact }) => fact.type)
  const params = Object.fromEntries(types.map((type, i) => [`p${i}`, { type }]))
  const literals = Object.fromEntries(
    types.map((type, i) => [`p${i}`, PLAIN[type].map(value => toJson(type, toPoint(type, value)!))]),
  )
  return { id, tier, literals, action: { ...title, params, grants } }
}
