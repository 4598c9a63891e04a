import type { Action, When } from '@/compiler/language/handbook'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { type Change, type Hidden, isNamed, ofKind, one } from './hidden-parts'

/** Tests on any fact, those that the tier sees included, at values that nothing it sees need mention. */
function anyRow({ dice, policy }: Hidden): When {
  const row: When = {}
  for (const [name, { type }] of dice.shuffle(Object.entries(policy.handbook.facts)).slice(0, 2))
    row[name] = dice.pick(LITERALS[type])
  return row
}
const LITERALS = {
  boolean: ['true', 'false'],
  number: ['< 3.125', '[-17..41.5)', 'not(6)'],
  string: ['"canary"', 'not("canary", "gold")'],
  date: ['>= date("2026-01-03")', 'date("2025-05-05")'],
  time: ['< time("10:10:10")', '[time("01:02:03")..time("04:05:06")]'],
  'date and time': ['> date and time("2026-02-02T02:02:02Z")'],
  'days and time duration': ['<= duration("PT17M")'],
} as const

/** Limits within which about every value lies. */
const WIDE = {
  boolean: 'false, true',
  number: '[-99999999..99999999]',
  string: 'not("canary")',
  date: '>= date("0001-01-02")',
  time: '>= time("00:00:00")',
  'date and time': '>= date and time("0002-01-01T00:00:00Z")',
  'days and time duration': '>= duration("-P9999999D")',
} as const

const freshTier = (hidden: Hidden) => `${hidden.dice.pick(['A', 'T', 'Z'])}-new-${hidden.dice.int(0, 999)}`

/** Changes of who holds which authority, and of what managers say about it. */
export const TO_HANDBOOK = {
  'another grant': ({ dice, policy }) => {
    const { tiers, actions } = policy.handbook
    const action = one(dice, Object.values(actions))
    if (!action) return
    const tier = dice.pick(tiers).id
    const param = Object.entries(action.params ?? {}).find(([, { type }]) => type === 'number')?.[0]
    action.grants = {
      ...action.grants,
      [tier]: param !== undefined && dice.chance(50) ? { [param]: `<= ${dice.int(25, 9000)}` } : {},
    }
  },

  'a grant less': ({ dice, policy }) => {
    const action = one(dice, Object.values(policy.handbook.actions))
    const tier = one(dice, Object.keys(action?.grants ?? {}))
    if (tier !== undefined) delete action!.grants![tier]
  },

  'what an action requires': hidden => {
    const action = one(hidden.dice, Object.values(hidden.policy.handbook.actions))
    if (!action) return
    if (action.requires && hidden.dice.chance(40)) delete action.requires
    else action.requires = [anyRow(hidden), ...(hidden.dice.chance(50) ? [{}] : [])]
  },

  'what an escalation requires': hidden => {
    const node = one(hidden.dice, ofKind(hidden.policy.chart.nodes, 'escalate'))
    if (node) node.requires = [anyRow(hidden), {}]
  },

  'titles of actions, and which are exceptions': ({ dice, policy }) => {
    for (const action of Object.values(policy.handbook.actions)) {
      if (dice.chance(50)) action.title = `Canary ${dice.int(0, 9)}`
      if (dice.chance(50)) action.exception = !action.exception
    }
  },

  'limits and titles of parameters': ({ dice, policy }) => {
    const params = Object.values(policy.handbook.actions).flatMap(({ params }) => Object.values(params ?? {}))
    const param = one(dice, params)
    if (!param) return
    if (dice.chance(60)) param.title = `Canary ${dice.int(0, 9)}`
    param.allowedValues = WIDE[param.type]
    if (param.type === 'number' && dice.chance(30)) param.step = 0.5
  },

  'parameters of a hidden action': ({ dice, policy, actions, nodes }) => {
    const name = one(dice, actions)
    if (name === undefined) return
    const action = policy.handbook.actions[name]!
    const param = `p-canary-${dice.int(0, 9)}`
    action.params = { ...action.params, [param]: { type: 'number', title: 'Canary' } }
    for (const node of nodes) {
      if (node.kind === 'action' && node.action === name) node.with = { ...node.with, [param]: 7 }
      if (node.kind === 'close')
        for (const option of node.options ?? [])
          if ('action' in option && option.action === name) option.with = { ...option.with, [param]: 7 }
    }
  },

  'a hidden action more': ({ dice, policy }) => {
    const name = `${dice.pick(['0', 'do', 'zz'])}-canary-${dice.int(0, 99)}`
    const action: Action = { title: 'Canary', grants: { [dice.pick(policy.handbook.tiers).id]: {} } }
    if (dice.chance(50)) action.params = { p: { type: dice.pick(FACT_TYPES) } }
    policy.handbook.actions[name] = action
  },

  'a hidden action less': ({ dice, policy, actions }) => {
    const name = one(
      dice,
      actions.filter(action => !isNamed(policy, 'actions', action)),
    )
    if (name !== undefined) delete policy.handbook.actions[name]
  },

  'another name for a hidden action': ({ dice, policy, actions }) => {
    const name = one(dice, actions)
    if (name === undefined) return
    const text = JSON.stringify(policy)
    Object.assign(policy, JSON.parse(text.replaceAll(`"${name}"`, `"canary-${dice.int(0, 999)}"`)))
  },

  guardrails: hidden => {
    const { dice, policy } = hidden
    const rules = policy.handbook.guardrails ?? []
    if (rules.length > 0 && dice.chance(40)) rules.pop()
    else
      rules.push({
        id: `canary-${dice.int(0, 999)}`,
        title: 'Canary',
        when: anyRow(hidden),
        ...(dice.chance(50) ? { tier: dice.pick(policy.handbook.tiers).id } : {}),
        never: { to: dice.pick(policy.handbook.tiers).id, end: 'close' },
      })
    policy.handbook.guardrails = rules
  },

  'a tier on top': hidden => {
    hidden.policy.handbook.tiers.push({ id: freshTier(hidden), title: 'Canary' })
  },

  'a tier in between': hidden => {
    const { tiers } = hidden.policy.handbook
    if (tiers.length > 1) tiers.splice(hidden.dice.int(1, tiers.length - 1), 0, { id: freshTier(hidden) })
  },

  'a hidden tier less': ({ dice, policy, tiers }) => {
    const text = JSON.stringify([
      policy.chart,
      policy.handbook.actions,
      policy.handbook.guardrails ?? [],
      policy.scenarios ?? [],
    ])
    const id = one(
      dice,
      tiers.filter(tier => !text.includes(`"${tier}"`)),
    )
    if (id !== undefined) policy.handbook.tiers = policy.handbook.tiers.filter(tier => tier.id !== id)
  },

  'another name for a hidden tier': ({ dice, policy, tiers }) => {
    const id = one(dice, tiers)
    if (id === undefined) return
    const text = JSON.stringify(policy)
    Object.assign(
      policy,
      JSON.parse(text.replaceAll(`"${id}"`, `"${dice.pick(['A', 'Z'])}-canary-${dice.int(0, 999)}"`)),
    )
  },

  'titles of tiers': ({ dice, policy }) => {
    for (const tier of policy.handbook.tiers) if (dice.chance(60)) tier.title = `Canary ${dice.int(0, 9)}`
  },
} as const satisfies Record<string, Change>
