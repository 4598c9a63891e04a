import type { Policy } from '@/compiler/language/policy'
import type { Dice } from '../generators/dice'
import { shuffled } from '../generators/shuffled'
import { nodesOf, some } from './edits'

type Redrawing = (policy: Policy, dice: Dice) => void

/** Ways to draw the same decisions otherwise; each changes the policy in place, or leaves it where it cannot. */
export const REDRAWINGS = {
  'other names': ({ chart }) => {
    const name = (id: string) => `new-${id}`
    for (const node of chart.nodes) node.id = name(node.id)
    for (const edge of chart.edges) [edge.from, edge.to] = [name(edge.from), name(edge.to)]
  },
  'another order': (policy, dice) => {
    Object.assign(policy, shuffled(dice, policy))
  },
  'a join drawn twice': ({ chart }, dice) => {
    const ways = (id: string) => chart.edges.filter(edge => edge.to === id)
    some(
      dice,
      chart.nodes.filter(({ id }) => ways(id).length > 1),
      node => {
        const id = `${node.id}-again`
        dice.pick(ways(node.id)).to = id
        chart.nodes.push({ ...node, id })
        const out = chart.edges.filter(edge => edge.from === node.id)
        for (const edge of out) chart.edges.push({ ...edge, id: `${edge.id}-again`, from: id })
      },
    )
  },
  'a question in two': ({ chart }, dice) => {
    const ways = (id: string) => chart.edges.filter(edge => edge.from === id)
    some(
      dice,
      chart.nodes.filter(({ id, kind }) => kind === 'question' && ways(id).length > 2),
      node => {
        const [first, ...rest] = ways(node.id).sort(
          (a, b) => Number(a.otherwise ?? false) - Number(b.otherwise ?? false),
        )
        const id = `${node.id}-rest`
        chart.nodes.push({ ...node, id })
        for (const edge of rest) edge.from = id
        chart.edges.push({ id: `${first!.id}-not`, from: node.id, to: id, otherwise: true })
      },
    )
  },
  'a question that changes nothing': (policy, dice) =>
    some(dice, nodesOf(policy, 'question'), ({ id, facts }) => {
      const { chart } = policy
      const name = dice.pick(facts)
      const test = chart.edges.flatMap(edge => (edge.from === id ? (edge.when?.[name] ?? []) : []))[0]
      if (test === undefined) return
      for (const edge of chart.edges) if (edge.to === id) edge.to = 'idle'
      chart.nodes.push({ id: 'idle', kind: 'question', facts: [name] })
      chart.edges.push(
        { id: 'idle-yes', from: 'idle', to: id, when: { [name]: test } },
        { id: 'idle-no', from: 'idle', to: id, otherwise: true },
      )
    }),
} as const satisfies Record<string, Redrawing>

export type RedrawingName = keyof typeof REDRAWINGS

/** A copy that is drawn otherwise in a few ways, and their names. */
export function redrawn(policy: Policy, dice: Dice): { policy: Policy; ways: RedrawingName[] } {
  const copy = structuredClone(policy)
  const names = Object.keys(REDRAWINGS) as RedrawingName[]
  const ways = names.filter(() => dice.chance(50))
  for (const name of ways) REDRAWINGS[name](copy, dice)
  return { policy: copy, ways }
}
