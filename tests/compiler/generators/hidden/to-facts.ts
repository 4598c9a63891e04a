import type { Fact } from '@/compiler/language/fact'
import { SOURCES } from '@/compiler/language/fact'
import type { When } from '@/compiler/language/handbook'
import { someTest } from '../random-answers'
import { randomFact } from '../random-facts'
import { type Change, type Hidden, isNamed, one } from './hidden-parts'

/** Every row of tests that the tier does not see: its facts may be of another type afterwards. */
export function* hiddenRows({ policy, edges }: Hidden): Generator<When> {
  for (const edge of edges) if (edge.when) yield edge.when
  for (const node of policy.chart.nodes) if (node.kind === 'escalate') yield* node.requires ?? []
  for (const action of Object.values(policy.handbook.actions)) yield* action.requires ?? []
  for (const rule of policy.handbook.guardrails ?? []) yield rule.when
}

/** Changes of the facts that a tier does not see, and of what managers keep about those that it does. */
export const TO_FACTS = {
  'a hidden fact more': ({ dice, policy }) => {
    const { id, fact } = randomFact(dice, `${dice.pick(['0', 'f', 'zz'])}-new-${dice.int(0, 99)}`)
    policy.handbook.facts[id] = { ...fact, guidance: 'Canary' }
    if (fact.source === 'clock') policy.timeZone ??= 'Europe/London'
  },

  'a hidden fact less': ({ dice, policy, facts }) => {
    const name = one(
      dice,
      facts.filter(fact => !isNamed(policy, 'facts', fact)),
    )
    if (name !== undefined) delete policy.handbook.facts[name]
  },

  'another type for a hidden fact': hidden => {
    const { dice, policy, facts, nodes } = hidden
    const name = one(dice, facts)
    if (name === undefined) return
    const made = randomFact(dice, name)
    policy.handbook.facts[name] = made.fact
    if (made.fact.source === 'clock') policy.timeZone ??= 'Europe/London'
    for (const row of hiddenRows(hidden)) if (name in row) row[name] = someTest(dice, made)
    for (const scenario of policy.scenarios ?? []) delete scenario.facts[name]
    for (const node of nodes) {
      const uses =
        node.kind === 'action'
          ? [node]
          : node.kind === 'close'
            ? (node.options ?? []).flatMap(option => ('action' in option ? [option] : []))
            : []
      for (const { action, with: args } of uses)
        for (const [param, arg] of Object.entries(args ?? {}))
          if (typeof arg === 'object' && arg !== null && arg.fact === name) {
            const other = Object.entries(policy.handbook.facts).find(
              ([, fact]) => fact.type === policy.handbook.actions[action]!.params![param]!.type,
            )
            if (other) args![param] = { fact: other[0] }
          }
    }
  },

  'another domain for a hidden fact': ({ dice, policy, facts }) => {
    const name = one(dice, facts)
    if (name === undefined) return
    const fact = policy.handbook.facts[name]!
    if (fact.volunteered) return
    if (fact.allowedValues !== undefined && dice.chance(50)) delete fact.allowedValues
    else if (fact.type === 'string') fact.allowedValues = '"canary", "gold"'
    else if (fact.type === 'number') {
      fact.allowedValues = dice.pick(['[-3..77]', '>= -1000', '< 512.5'])
      if (dice.chance(50)) fact.step = dice.pick([1, 0.5, 0.125])
    }
    if (dice.chance(50)) fact.mayBeUnknown = !fact.mayBeUnknown
  },

  'another description of a hidden fact': ({ dice, policy, facts, sight }) => {
    const name = one(dice, facts)
    if (name === undefined) return
    const fact = policy.handbook.facts[name]!
    const seen = one(dice, [...sight.facts])
    const changes: Partial<Fact>[] = [
      { title: 'Canary' },
      { ask: seen === undefined ? 'Canary?' : `Canary {${seen}}?` },
      { guidance: 'Canary' },
      { private: !fact.private },
      { team: 'Canary' },
      fact.volunteered ? {} : { source: dice.pick(SOURCES.filter(source => source !== 'clock')) },
    ]
    Object.assign(fact, ...dice.shuffle(changes).slice(0, dice.int(1, 4)))
  },

  'another name for a hidden fact': ({ dice, policy, facts }) => {
    const name = one(dice, facts)
    if (name === undefined) return
    const other = `${dice.pick(['0', 'g', 'zz'])}-canary-${dice.int(0, 999)}`
    const text = JSON.stringify(policy)
    Object.assign(
      policy,
      JSON.parse(text.replaceAll(`"${name}"`, `"${other}"`).replaceAll(`{${name}}`, `{${other}}`)),
    )
  },

  'phrases that are not to be said': ({ dice, policy }) => {
    for (const fact of Object.values(policy.handbook.facts))
      if (dice.chance(50)) fact.neverSay = [`canary ${dice.int(0, 99)}`]
  },

  'estimates of how often tests hold': ({ dice, policy }) => {
    for (const fact of Object.values(policy.handbook.facts))
      if (dice.chance(50)) fact.shares = [{ test: '-', share: dice.int(0, 10) / 10 }]
  },

  'what an agent’s judgement would second-guess': ({ dice, policy }) => {
    const names = Object.keys(policy.handbook.facts)
    for (const fact of Object.values(policy.handbook.facts))
      if (fact.source === 'agent' && dice.chance(50)) fact.about = dice.pick(names)
  },
} as const satisfies Record<string, Change>
