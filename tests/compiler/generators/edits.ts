import type { NodeOf } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import type { Dice } from './dice'

type Edit = (policy: Policy, dice: Dice) => void

const nodesOf = <K extends Policy['chart']['nodes'][number]['kind']>(policy: Policy, kind: K) =>
  policy.chart.nodes.filter(node => node.kind === kind) as NodeOf<K>[]
const some = <T>(dice: Dice, items: readonly T[], use: (item: T) => void) => {
  if (items.length > 0) use(dice.pick(items))
}

/** What managers do between one version and the next; each changes the policy in place, or leaves it where it cannot. */
export const EDITS = {
  'another wording': (policy, dice) =>
    some(dice, [...nodesOf(policy, 'action'), ...nodesOf(policy, 'close')], node => {
      node.say = `${node.say ?? ''} And thank you for calling.`
    }),
  'an answer rerouted': (policy, dice) =>
    some(dice, policy.chart.edges, edge => {
      const targets = policy.chart.nodes.filter(
        ({ kind }) => kind === 'close' || kind === 'action' || kind === 'question',
      )
      some(dice, targets, ({ id }) => {
        edge.to = id
      })
    }),
  'two answers swapped': (policy, dice) =>
    some(dice, nodesOf(policy, 'question'), ({ id }) => {
      const answers = policy.chart.edges.filter(edge => edge.from === id)
      const [one, two] = dice.shuffle(answers)
      if (one && two) [one.to, two.to] = [two.to, one.to]
    }),
  'a case ends otherwise': (policy, dice) =>
    some(dice, nodesOf(policy, 'close'), node => {
      node.result = node.result === 'resolved' ? 'declined' : 'resolved'
    }),
  'another way to hand over': (policy, dice) =>
    some(dice, nodesOf(policy, 'escalate'), node => {
      node.mode = node.mode === 'consult' ? 'transfer' : 'consult'
      delete node.within
    }),
  'an answer may be unknown': (policy, dice) =>
    some(dice, Object.values(policy.handbook.facts), fact => {
      if (fact.mayBeUnknown) delete fact.mayBeUnknown
      else if (!fact.volunteered) fact.mayBeUnknown = true
    }),
  'a domain widened': (policy, dice) =>
    some(
      dice,
      Object.values(policy.handbook.facts).filter(fact => fact.allowedValues !== undefined),
      fact => {
        if (dice.chance(50)) delete fact.allowedValues
        else if (fact.type === 'string') fact.allowedValues += ', "something new"'
        else if (fact.type === 'number') fact.allowedValues += ', 4096'
      },
    ),
  'ids of all steps': policy => {
    const name = (id: string) => `new-${id}`
    for (const node of policy.chart.nodes) node.id = name(node.id)
    for (const edge of policy.chart.edges) [edge.from, edge.to] = [name(edge.from), name(edge.to)]
  },
} as const satisfies Record<string, Edit>

/** A copy with one edit, or a few, and their names. */
export function edited(policy: Policy, dice: Dice): { policy: Policy; edits: string[] } {
  const copy = structuredClone(policy)
  const names = Object.keys(EDITS) as (keyof typeof EDITS)[]
  const edits = Array.from({ length: dice.pick([1, 1, 1, 2, 3]) }, () => dice.pick(names))
  for (const name of edits) EDITS[name](copy, dice)
  return { policy: copy, edits }
}
