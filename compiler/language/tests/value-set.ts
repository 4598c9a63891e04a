import type { Point } from '../../runtime/values'

/** A closed range of grid values, low to high. */
export type Range = readonly [low: number, high: number]

/**
 * A set of values of one fact, without approximation. Ordered values, false (0) and true (1) included, are closed
 * ranges of grid values: ascending, not empty, and no two of them neighbours on the grid. Texts are a list, or
 * everything but a list, by code unit. `null` says whether nobody-knows is in it.
 */
export type ValueSet =
  | { readonly of: 'grid'; readonly ranges: readonly Range[]; readonly null: boolean }
  | { readonly of: 'text'; readonly but: boolean; readonly texts: readonly string[]; readonly null: boolean }

type GridSet = Extract<ValueSet, { of: 'grid' }>
type TextSet = Extract<ValueSet, { of: 'text' }>

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const textSet = (but: boolean, texts: Iterable<string>, nul: boolean): ValueSet => ({
  of: 'text',
  but,
  texts: [...new Set(texts)].sort(byCodeUnit),
  null: nul,
})

/** Ranges in any order, overlapping or empty ones included; `next` is the grid's. */
export function gridSet(ranges: Iterable<Range>, nul: boolean, next: (value: number) => number): ValueSet {
  const sorted = [...ranges].filter(([low, high]) => low <= high).sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [low, high] of sorted) {
    const last = joined.at(-1)
    if (last && low <= next(last[1])) last[1] = Math.max(last[1], high)
    else joined.push([low, high])
  }
  return { of: 'grid', ranges: joined, null: nul }
}

export function isEmpty(set: ValueSet): boolean {
  return !set.null && (set.of === 'grid' ? set.ranges.length === 0 : !set.but && set.texts.length === 0)
}

export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  const nul = a.null && b.null
  if (a.of === 'grid') {
    const other = b as GridSet
    const ranges: Range[] = []
    let [i, j] = [0, 0]
    while (i < a.ranges.length && j < other.ranges.length) {
      const [p, q] = [a.ranges[i]!, other.ranges[j]!]
      const [low, high] = [Math.max(p[0], q[0]), Math.min(p[1], q[1])]
      if (low <= high) ranges.push([low, high])
      if (p[1] < q[1]) i++
      else j++
    }
    return { of: 'grid', ranges, null: nul }
  }
  const other = b as TextSet
  if (a.but && other.but) return textSet(true, [...a.texts, ...other.texts], nul)
  if (a.but) return intersect(other, a)
  const inOther = new Set(other.texts)
  return textSet(
    false,
    a.texts.filter(text => inOther.has(text) !== other.but),
    nul,
  )
}

export function equalSets(a: ValueSet, b: ValueSet): boolean {
  if (a.null !== b.null) return false
  if (a.of === 'grid') {
    const other = b as GridSet
    return (
      a.ranges.length === other.ranges.length &&
      a.ranges.every(([low, high], i) => low === other.ranges[i]![0] && high === other.ranges[i]![1])
    )
  }
  const other = b as TextSet
  return (
    a.but === other.but &&
    a.texts.length === other.texts.length &&
    a.texts.every((t, i) => t === other.texts[i])
  )
}

export function contains(set: ValueSet, point: Point | null): boolean {
  if (point === null) return set.null
  if (set.of === 'text') return set.texts.includes(point as string) !== set.but
  const n = Number(point)
  return set.ranges.some(([low, high]) => low <= n && n <= high)
}

/** Everything that is in one of the sets; `next` is their grid's. */
export function union(a: ValueSet, b: ValueSet, next: (value: number) => number): ValueSet {
  const nul = a.null || b.null
  if (a.of === 'grid') return gridSet([...a.ranges, ...(b as GridSet).ranges], nul, next)
  const other = b as TextSet
  if (!a.but && !other.but) return textSet(false, [...a.texts, ...other.texts], nul)
  if (!a.but) return union(other, a, next)
  const left = new Set(other.texts)
  return textSet(
    true,
    a.texts.filter(text => left.has(text) === other.but),
    nul,
  )
}
