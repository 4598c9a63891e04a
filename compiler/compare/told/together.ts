import { canonicalJson } from '../../runtime/canonical-json'
import type { Change } from '../diff'

/** What differs between two decisions, part by part; the same part may be there twice. Null where one of them is none. */
export type Delta = readonly string[] | null

/** The steps, with their words, that only one of the decisions has, and the ends where they differ. */
export function deltaOf({ before, after }: Pick<Change, 'before' | 'after'>): Delta {
  if (before.kind === 'invalid' || after.kind === 'invalid') return null
  const [was, is] = [before.steps.map(canonicalJson), after.steps.map(canonicalJson)]
  const [from, to] = [canonicalJson(before.end), canonicalJson(after.end)]
  const delta = [
    ...minus(was, is).map(step => `− ${step}`),
    ...minus(is, was).map(step => `+ ${step}`),
    ...(from === to ? [] : [`${from} → ${to}`]),
  ]
  // The same steps in another order are no part that could be told by itself.
  return delta.length > 0 ? delta.sort() : null
}

/** Those of the one list that the other has not, each as often. */
function minus(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1)
  return list.filter(each => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count <= 0
  })
}

/**
 * Which of some differences are nothing but several of the others at once: two thresholds that were moved make a third
 * difference, where a case lies between both. Whatever cannot be put together out of others stands for itself.
 */
export function together(differences: readonly { delta: Delta; tiers: readonly string[] }[]): boolean[] {
  const order = differences.map((_, i) => i)
  order.sort((a, b) => (differences[a]!.delta?.length ?? 0) - (differences[b]!.delta?.length ?? 0))
  const single: number[] = []
  const made = differences.map(() => false)
  for (const at of order) {
    const { delta, tiers } = differences[at]!
    if (!delta) continue
    // The largest first: what is left then is the least.
    let left = [...delta]
    let parts = 0
    for (const other of [...single].reverse()) {
      const part = differences[other]!
      if (!tiers.every(tier => part.tiers.includes(tier))) continue
      const rest = minus(left, part.delta!)
      if (rest.length !== left.length - part.delta!.length) continue
      left = rest
      parts++
    }
    if (parts > 1 && left.length === 0) made[at] = true
    else single.push(at)
  }
  return made
}
