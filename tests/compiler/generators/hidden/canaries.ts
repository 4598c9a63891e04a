import type { Policy } from '@/compiler/language/policy'
import type { Dice } from '../dice'
import { HIDDEN_CHANGES } from './hidden-changes'
import { hiddenFrom } from './hidden-parts'

/** In lower case; it stands in no other word of the generators. */
export const CANARY = 'canary'

/** Changes that rename what is hidden: a name is a word, too. */
const NAMED = [
  'another name for a hidden fact',
  'another name for a hidden action',
  'another name for a hidden tier',
  'names of hidden steps',
  'guardrails',
  'another description of a hidden fact',
  'another chart behind an escalation',
] as const

/** A policy with a canary in everything that is written in it and that the tier is not to know. */
export function withCanaries(dice: Dice, policy: Policy, tier: string): Policy {
  const planted = structuredClone(policy)
  for (const name of NAMED) if (dice.chance(60)) HIDDEN_CHANGES[name]!(hiddenFrom(dice, planted, tier))
  const { chart, handbook } = planted
  const hidden = hiddenFrom(dice, planted, tier)
  planted.title = 'The Canary'
  for (const [i, node] of chart.nodes.entries()) {
    if (node.kind === 'note') node.text = 'Canary on the canvas'
    else node.why = `Canary why ${i}`
    if (node.kind === 'escalate') node.requires = [{}]
  }
  for (const node of hidden.nodes)
    Object.assign(node, { title: 'Canary title', say: 'Canary say', note: 'Canary note' })
  for (const [name, fact] of Object.entries(handbook.facts)) {
    fact.neverSay = ['canary phrase', `the ${name} canary`]
    if (hidden.facts.includes(name))
      Object.assign(fact, { title: 'Canary', guidance: 'Canary guidance', ask: 'Canary ask', team: 'Canary' })
  }
  for (const one of handbook.tiers) one.title = 'Canary desk'
  for (const action of Object.values(handbook.actions)) {
    action.title = 'Canary action'
    for (const param of Object.values(action.params ?? {})) param.title = 'Canary parameter'
  }
  return planted
}
