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
  // The same difference may be there several times, each for other tiers.
  const all = new Map<string, { delta: readonly string[]; tiers: Set<string> }>()
  for (const { delta, tiers } of differences) {
    if (!delta) continue
    const key = delta.join('\n')
    const known = all.get(key)
    if (known) for (const tier of tiers) known.tiers.add(tier)
    else all.set(key, { delta, tiers: new Set(tiers) })
  }
  const single: { delta: readonly string[]; tiers: ReadonlySet<string> }[] = []
  const several = new Set<string>()
  for (const [key, each] of [...all].sort(([, a], [, b]) => a.delta.length - b.delta.length)) {
    if (isSumOf(each, single)) several.add(key)
    // The largest go first: what is left then is the least.
    else single.unshift(each)
  }
  return differences.map(({ delta }) => delta !== null && several.has(delta.join('\n')))
}

function isSumOf(
  { delta, tiers }: { delta: readonly string[]; tiers: ReadonlySet<string> },
  parts: readonly { delta: readonly string[]; tiers: ReadonlySet<string> }[],
): boolean {
  let left = delta
  let taken = 0
  for (const part of parts) {
    if (part.delta.length > left.length || ![...tiers].every(tier => part.tiers.has(tier))) continue
    const rest = minus(left, part.delta)
    if (rest.length !== left.length - part.delta.length) continue
    left = rest
    taken++
    if (left.length === 0) break
  }
  return taken > 1 && left.length === 0
}
