import type { RunsStore } from './cell-runs'

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
