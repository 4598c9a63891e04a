import type { Policy } from '@/compiler/language/policy'
import type { Dice } from './dice'

/**
 * The same policy with its nodes, edges and keys in another order: one that makes no difference. Under `hit: first`
 * the edges of a question keep their order among themselves.
 */
export function shuffled(dice: Dice, policy: Policy): Policy {
  const { nodes, edges } = policy.chart
  const ordered = new Set(
    nodes.flatMap(node => (node.kind === 'question' && node.hit === 'first' ? [node.id] : [])),
  )
  const waiting = new Map([...ordered].map(id => [id, edges.filter(edge => edge.from === id)]))
  const mixed = dice.shuffle(edges).map(edge => waiting.get(edge.from)?.shift() ?? edge)
  return withKeysShuffled(dice, { ...policy, chart: { nodes: dice.shuffle(nodes), edges: mixed } })
}

function withKeysShuffled<T>(dice: Dice, value: T): T {
  if (Array.isArray(value)) return value.map(item => withKeysShuffled(dice, item)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    dice.shuffle(Object.entries(value)).map(([key, item]) => [key, withKeysShuffled(dice, item)]),
  ) as T
}
