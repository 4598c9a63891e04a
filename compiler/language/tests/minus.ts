import type { Domain } from './domain'
import { gridSet, type Range, textSet, union, type ValueSet } from './value-set'

/** What is in `set` and not in `other`, exactly; both of this domain. Null is in it where it is in the one alone. */
export function minus(set: ValueSet, other: ValueSet, { grid }: Pick<Domain, 'grid'>): ValueSet {
  const nul = set.null && !other.null
  if (set.of === 'grid') {
    const cut = other.of === 'grid' ? other.ranges : []
    const left: Range[] = []
    let at = 0
    for (const [low, high] of set.ranges) {
      while (at > 0 && cut[at - 1]![1] >= low) at--
      while (at < cut.length && cut[at]![1] < low) at++
      let from = low
      for (; at < cut.length && cut[at]![0] <= high; at++) {
        left.push([from, grid!.previous(cut[at]![0])])
        from = grid!.next(cut[at]![1])
      }
      left.push([from, high])
    }
    return gridSet(left, nul, grid!.next)
  }
  const [but, texts] = other.of === 'text' ? [other.but, other.texts] : [false, []]
  const named = new Set(texts)
  if (!set.but)
    return textSet(
      false,
      set.texts.filter(text => named.has(text) === but),
      nul,
    )
  // Everything but some, without everything but others, is the others that are left.
  if (but) {
    const gone = new Set(set.texts)
    return textSet(
      false,
      texts.filter(text => !gone.has(text)),
      nul,
    )
  }
  return textSet(true, [...set.texts, ...texts], nul)
}

/** What of a domain is in none of the sets. */
export const restOf = (domain: Domain, sets: readonly ValueSet[]): ValueSet =>
  sets.length === 0 ? domain.all : minus(domain.all, unionOf(sets, domain), domain)

/** Half by half, so that many sets are joined as fast as they are sorted. */
function unionOf(sets: readonly ValueSet[], domain: Domain): ValueSet {
  if (sets.length === 1) return sets[0]!
  const half = sets.length >> 1
  return union(
    unionOf(sets.slice(0, half), domain),
    unionOf(sets.slice(half), domain),
    domain.grid?.next ?? Number,
  )
}
