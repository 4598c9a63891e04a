import { intersectRuns, type RunsStore } from './cell-runs'

/** What a walk has settled: `[fact, set, fact, set, …]`, by the facts' places; sets by their numbers. */
export type Box = readonly number[]

export const EMPTY_BOX: Box = []

export function setIn(box: Box, fact: number): number | undefined {
  for (let i = 0; i < box.length && box[i]! <= fact; i += 2) if (box[i] === fact) return box[i + 1]
  return undefined
}

export const isLive = (live: Uint32Array, fact: number) => ((live[fact >> 5]! >>> (fact & 31)) & 1) === 1

/** The box with the fact in the set, as far as something below still looks at it: what nothing looks at is forgotten. */
export function narrowed(
  box: Box,
  fact: number,
  runs: readonly number[],
  count: number,
  sets: RunsStore,
  live: (fact: number) => boolean,
): Box {
  const made: number[] = []
  let due = live(fact) && !(runs.length === 2 && runs[1]! - runs[0]! === count)
  const put = () => {
    made.push(fact, sets.number(runs))
    due = false
  }
  for (let i = 0; i < box.length; i += 2) {
    if (due && box[i]! > fact) put()
    if (box[i] !== fact && live(box[i]!)) made.push(box[i]!, box[i + 1]!)
  }
  if (due) put()
  return made.length === 0 ? EMPTY_BOX : made
}

/** What is in both boxes; null where nothing is. */
export function intersectBoxes(a: Box, b: Box, sets: RunsStore): Box | null {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const made: number[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [p, q] = [a[i] ?? Infinity, b[j] ?? Infinity]
    if (p < q) {
      made.push(p, a[i + 1]!)
      i += 2
    } else if (q < p) {
      made.push(q, b[j + 1]!)
      j += 2
    } else {
      const [x, y] = [a[i + 1]!, b[j + 1]!]
      if (x === y) made.push(p, x)
      else {
        const both = intersectRuns(sets.of(x), sets.of(y))
        if (both.length === 0) return null
        made.push(p, sets.number(both))
      }
      i += 2
      j += 2
    }
  }
  return made
}

/** Whether two boxes have a case in common. */
export function boxesMeet(a: Box, b: Box, sets: RunsStore): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! < b[j]!) i += 2
    else if (b[j]! < a[i]!) j += 2
    else {
      if (!sets.meet(a[i + 1]!, b[j + 1]!)) return false
      i += 2
      j += 2
    }
  }
  return true
}

/** The box as far as something below still looks at it. */
export function liveIn(box: Box, live: (fact: number) => boolean): Box {
  const made: number[] = []
  for (let i = 0; i < box.length; i += 2) if (live(box[i]!)) made.push(box[i]!, box[i + 1]!)
  return made.length === 0 ? EMPTY_BOX : made
}
