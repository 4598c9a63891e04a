import { check } from '@/compiler/compile'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { edited } from '../compare/edits'
import type { Dice } from './dice'
import { faulty } from './faults'
import { hiddenly } from './hidden/hidden-changes'
import { one } from './hidden/hidden-parts'
import { shuffled } from './shuffled'

export type Change = (policy: Policy, dice: Dice) => void

const worded = (policy: Policy) =>
  policy.chart.nodes.filter((node): node is Exclude<Node, { kind: 'note' }> => node.kind !== 'note')

/** Small changes, each to one thing that something worked out before might wrongly be taken not to depend on. */
export const SLIGHT = {
  'how a question’s answers are taken': (policy, dice) => {
    const node = one(
      dice,
      policy.chart.nodes.flatMap(node => (node.kind === 'question' ? [node] : [])),
    )
    if (node?.hit === 'first') delete node.hit
    else if (node) node.hit = 'first'
  },
  'the order of a question’s facts': (policy, dice) => {
    for (const node of policy.chart.nodes) if (node.kind === 'question') node.facts = dice.shuffle(node.facts)
  },
  'the words of a step': (policy, dice) => {
    const node = one(dice, worded(policy))
    if (node) node.say = `New words ${dice.int(1, 3)}`
  },
  'the title of a step': (policy, dice) => {
    const node = one(dice, worded(policy))
    if (node) node.title = `New title ${dice.int(1, 3)}`
  },
  'a note for the agent': (policy, dice) => {
    const node = one(dice, worded(policy))
    if (node) node.note = `New note ${dice.int(1, 3)}`
  },
  'a fact that is volunteered': (policy, dice) => {
    const fact = one(dice, Object.values(policy.handbook.facts))
    if (fact?.volunteered) delete fact.volunteered
    else if (fact) Object.assign(fact, { volunteered: true })
  },
  'how a fact is asked for': (policy, dice) => {
    const fact = one(dice, Object.values(policy.handbook.facts))
    if (fact) Object.assign(fact, { ask: `New ask ${dice.int(1, 3)}`, title: `New ${dice.int(1, 3)}` })
  },
  'which values are allowed': (policy, dice) => {
    const fact = one(dice, Object.values(policy.handbook.facts))
    if (fact?.type === 'number') fact.allowedValues = dice.pick(['[0..100]', '>= 0', '10, 20, 30', '< 5'])
  },
  'where an answer leads': (policy, dice) => {
    const [edge, node] = [one(dice, policy.chart.edges), one(dice, policy.chart.nodes)]
    if (edge && node) edge.to = node.id
  },
  'the names of lines, and so their order': (policy, dice) => {
    const names = dice.shuffle(policy.chart.edges.map(({ id }) => id))
    policy.chart.edges.forEach((edge, i) => {
      edge.id = names[i]!
    })
  },
  'the tests of two answers': (policy, dice) => {
    const edge = one(
      dice,
      policy.chart.edges.filter(({ when }) => when),
    )
    const other = one(
      dice,
      policy.chart.edges.filter(({ from, when }) => when && from === edge?.from),
    )
    if (edge && other) [edge.when, other.when] = [other.when!, edge.when!]
  },
  'the name of a step': (policy, dice) => {
    const { id } = dice.pick(policy.chart.nodes)
    const name = `step-${dice.int(1, 99)}`
    if (policy.chart.nodes.some(node => node.id === name)) return
    for (const node of policy.chart.nodes) if (node.id === id) node.id = name
    for (const edge of policy.chart.edges) {
      if (edge.from === id) edge.from = name
      if (edge.to === id) edge.to = name
    }
  },
  'the type of a parameter': (policy, dice) => {
    const params = Object.values(policy.handbook.actions).flatMap(action =>
      Object.values(action.params ?? {}),
    )
    const param = one(dice, params)
    if (param) param.type = dice.pick(['string', 'number', 'days and time duration', 'date and time'])
  },
  'the name of a tier': (policy, dice) => {
    const tier = one(dice, policy.handbook.tiers)
    const id = `T${dice.int(4, 8)}`
    if (!tier || policy.handbook.tiers.some(other => other.id === id)) return
    const text = JSON.stringify(policy).replaceAll(`"${tier.id}"`, `"${id}"`)
    Object.assign(policy, JSON.parse(text))
  },
  'the order of authority': (policy, dice) => {
    policy.handbook.tiers = dice.shuffle(policy.handbook.tiers)
  },
  'which magic word comes first': (policy, dice) => {
    for (const node of policy.chart.nodes) if (node.kind === 'trigger') node.priority = dice.int(1, 3)
  },
} as const satisfies Record<string, Change>

const hasErrors = (policy: Policy) => check(policy).findings.some(({ severity }) => severity === 'error')

/**
 * Versions of a policy as they come about while somebody works on it: small changes, slips and returns to what was there
 * before. Each is a document of its own, which shares nothing with the others.
 */
export function* versionsOf(dice: Dice, first: Policy, count: number): Generator<Policy> {
  const made = [first]
  yield structuredClone(first)
  while (made.length < count) {
    // What a slip left wrong is put right before anything else is done.
    const last = made.findLast(policy => !hasErrors(policy)) ?? first
    const next = structuredClone(dice.chance(25) ? dice.pick(made) : changed(dice, last))
    made.push(next)
    yield structuredClone(next)
  }
}

function changed(dice: Dice, policy: Policy): Policy {
  const tier = dice.pick(policy.handbook.tiers).id
  switch (dice.int(0, 9)) {
    case 0:
      return faulty(policy, dice).policy
    case 1:
      return shuffled(dice, policy)
    case 2:
    case 3:
      return hiddenly(dice, policy, tier).changed
    case 4:
    case 5:
      return edited(policy, dice).policy
    default: {
      const copy = structuredClone(policy)
      SLIGHT[dice.pick(Object.keys(SLIGHT) as (keyof typeof SLIGHT)[])](copy, dice)
      return copy
    }
  }
}
