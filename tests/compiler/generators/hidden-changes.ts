import type { Action } from '@/compiler/language/handbook'
import type { Policy } from '@/compiler/language/policy'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { allInputs } from './all-inputs'
import type { Dice } from './dice'
import { someTest } from './random-answers'
import { randomFact } from './random-facts'
import { type Sight, visibleTo } from './visible'

type Change = (dice: Dice, policy: Policy, sight: Sight, tier: string) => void

/** Edits of a policy that a tier must not be able to notice. Each works on a copy of its own, in place. */
export const HIDDEN_CHANGES = {
  'reasons, costs and places': (dice, { chart }) => {
    for (const node of chart.nodes) {
      if (dice.chance(50)) node.position = { x: dice.int(-900, 900), y: dice.int(-900, 900) }
      if (node.kind === 'note') node.text = `Canary ${dice.int(0, 9)}`
      else if (dice.chance(50)) Object.assign(node, { why: 'Canary', minutes: { agent: dice.int(0, 9) } })
    }
  },

  'what managers keep about facts': (dice, { handbook }) => {
    for (const fact of Object.values(handbook.facts)) {
      if (dice.chance(50)) fact.neverSay = [`canary ${dice.int(0, 9)}`]
      if (dice.chance(50)) fact.shares = [{ test: '-', share: dice.int(0, 10) / 10 }]
    }
  },

  'grants, a new tier at the top, and a rule': (dice, { handbook }) => {
    const top = `${dice.pick(['A', 'T', 'Z'])}9`
    if (dice.chance(70)) handbook.tiers.push({ id: top, title: 'Canary' })
    const highest = handbook.tiers.at(-1)!.id
    for (const action of Object.values(handbook.actions))
      if (dice.chance(50)) action.grants = { ...action.grants, [highest]: {} }
    handbook.actions['canary-action'] = { title: 'Canary', grants: { [highest]: {} }, exception: true }
    handbook.guardrails = [{ id: 'canary', title: 'Canary', when: {}, never: { action: 'canary-action' } }]
  },

  'the title and the scenarios': (dice, policy, _sight, tier) => {
    policy.title = 'Canary'
    policy.scenarios = [{ title: 'Canary', tier, facts: dice.pick(allInputs(policy, tier)), expect: {} }]
  },

  'names of hidden nodes and edges': (dice, { chart }, sight) => {
    const renamed = new Map<string, string>()
    for (const node of chart.nodes)
      if (!sight.nodes.has(node.id))
        renamed.set(node.id, `${dice.pick(['0', 'k', 'zz'])}-canary-${renamed.size}`)
    for (const node of chart.nodes) node.id = renamed.get(node.id) ?? node.id
    for (const edge of chart.edges) {
      edge.from = renamed.get(edge.from) ?? edge.from
      edge.to = renamed.get(edge.to) ?? edge.to
      if (!sight.edges.has(edge.id)) edge.id = `${dice.pick(['0', 'zz'])}-${edge.id}`
    }
  },

  'words of hidden nodes': (_dice, { chart }, sight) => {
    for (const node of chart.nodes)
      if (node.kind !== 'note' && !sight.nodes.has(node.id))
        Object.assign(node, { say: 'Canary', note: 'Canary', title: 'Canary' })
  },

  'a way out of an escalation taken away': (dice, { chart }, sight) => {
    const hidden = chart.edges.filter(edge => !sight.edges.has(edge.id) && sight.nodes.has(edge.from))
    if (hidden.length > 0) chart.edges.splice(chart.edges.indexOf(dice.pick(hidden)), 1)
  },

  'another chart behind an escalation': (dice, policy, sight, tier) => {
    const { chart, handbook } = policy
    const rank = (name: string) => handbook.tiers.findIndex(one => one.id === name)
    const beyond = chart.nodes
      .filter(node => node.kind === 'escalate')
      .filter(node => sight.nodes.has(node.id) && rank(node.to) > rank(tier))
    if (beyond.length === 0) return
    const at = dice.pick(beyond)
    const fact = randomFact(dice, dice.pick(['0-canary', 'zz-canary']))
    handbook.facts[fact.id] = fact.fact
    // A test on a fact that the tier does see, at values that nothing it sees mentions.
    const known = [...sight.decidedBy].filter(name =>
      ['number', 'time', 'date'].includes(handbook.facts[name]!.type),
    )
    const extra = known.length > 0 && dice.chance(60) ? dice.pick(known) : undefined
    const literal = { number: '3.125', time: 'time("10:10:10")', date: 'date("2026-01-03")' }
    const when =
      extra === undefined
        ? { [fact.id]: someTest(dice, fact) }
        : { [extra]: `< ${literal[handbook.facts[extra]!.type as 'number']}` }
    const action: Action = { grants: { [at.to]: {} }, params: { p: { type: dice.pick(FACT_TYPES) } } }
    const parameter = action.params!.p!.type === fact.fact.type ? { fact: fact.id } : undefined
    if (parameter) handbook.actions['0-canary'] = action
    chart.edges = chart.edges.filter(edge => edge.from !== at.id)
    chart.nodes.push(
      { id: 'canary-q', kind: 'question', facts: [extra ?? fact.id], title: 'Canary' },
      parameter
        ? { id: 'canary-a', kind: 'action', action: '0-canary', with: { p: parameter }, say: 'Canary' }
        : { id: 'canary-a', kind: 'close', result: 'resolved', say: `Canary {${fact.id}}` },
      { id: 'canary-b', kind: 'close', result: 'declined' },
    )
    chart.edges.push(
      { id: '0-canary-1', from: at.id, to: 'canary-q' },
      { id: '0-canary-2', from: 'canary-q', to: 'canary-a', when },
      { id: '0-canary-3', from: 'canary-q', to: 'canary-b', otherwise: true },
    )
    if (parameter) chart.edges.push({ id: '0-canary-4', from: 'canary-a', to: 'canary-b' })
    if (fact.fact.source === 'clock') policy.timeZone ??= 'Europe/London'
  },

  'what nothing leads to any more': (_dice, { chart, handbook }) => {
    const seen = new Set<string>()
    const todo = chart.nodes
      .filter(node => ['start', 'trigger', 'note'].includes(node.kind))
      .map(node => node.id)
    while (todo.length > 0) {
      const id = todo.pop()!
      if (seen.has(id)) continue
      seen.add(id)
      for (const edge of chart.edges) if (edge.from === id) todo.push(edge.to)
    }
    chart.nodes = chart.nodes.filter(node => seen.has(node.id))
    chart.edges = chart.edges.filter(edge => seen.has(edge.from))
    const text = JSON.stringify(chart)
    for (const name of Object.keys(handbook.facts))
      if (!text.includes(`"${name}"`) && !text.includes(`{${name}}`) && !asked(handbook, name))
        delete handbook.facts[name]
    for (const name of Object.keys(handbook.actions))
      if (!text.includes(`"${name}"`) && name !== 'canary-action') delete handbook.actions[name]
  },

  'the time zone, where no clock is seen': (dice, policy, sight) => {
    if ([...sight.facts].some(name => policy.handbook.facts[name]!.source === 'clock')) return
    policy.timeZone = dice.pick(['Europe/London', 'Asia/Tokyo'])
  },
} as const satisfies Record<string, Change>

const asked = (handbook: Policy['handbook'], name: string) =>
  Object.values(handbook.facts).some(fact => `${fact.ask}${fact.guidance}`.includes(`{${name}}`))

/** A policy that differs from the given one in what the tier cannot see, and the changes that made it. */
export function hiddenly(dice: Dice, policy: Policy, tier: string) {
  const changed = structuredClone(policy)
  const names = Object.keys(HIDDEN_CHANGES) as (keyof typeof HIDDEN_CHANGES)[]
  const changes = names.filter(() => dice.chance(45))
  for (const name of changes) HIDDEN_CHANGES[name](dice, changed, visibleTo(changed, tier), tier)
  return { changed, changes }
}
