import { intersection, joined, type Runs, within } from './runs'

/** Cells of a fact, and the rows that have some of them. */
export interface Group {
  runs: Runs
  rows: readonly number[]
}

/**
 * Parts rows by a fact, within the cells of `box`; `runsOf` is what they test of it, undefined where they do not.
 *
 * With `whole`, each row stays in one group, as in the question that the rows came from: cells that some row has both
 * of stay together; null where some row does not test the fact. Otherwise every difference that the fact makes between
 * the rows parts them, and a row is in each group that it has cells of; null where that would be more than `most` rows
 * in all.
 */
export function split(
  rows: readonly number[],
  runsOf: (row: number) => Runs | undefined,
  box: Runs,
  whole: boolean,
  most = Infinity,
): Group[] | null {
  // Many rows test the same: what a test is gone through for is done once for all of them.
  const alike = new Map<Runs, number[]>()
  for (const row of rows) {
    const runs = runsOf(row) ?? box
    if (whole && runs === box) return null
    const its = alike.get(runs)
    if (its) its.push(row)
    else alike.set(runs, [row])
  }
  const lists = [...alike.values()]
  const inside = [...alike.keys()].map(runs => (within(runs, box) ? runs : intersection(runs, box)))
  // The pieces between the cuts, and whose they are: no row tells two cells of one apart.
  const ends = [...new Set([...box, ...inside.flat()])].sort((a, b) => a - b)
  const place = new Map(ends.map((end, i) => [end, i]))
  const pieces = ends.map((): number[] => [])
  const nameOf = whole ? togetherness(inside, place) : (piece: number) => pieces[piece]!.join()
  let count = 0
  for (const [i, runs] of inside.entries())
    for (let r = 0; r < (whole ? 2 : runs.length); r += 2) {
      const from = place.get(runs[r]!)!
      const to = whole ? from + 1 : place.get(runs[r + 1]!)!
      count += (to - from) * lists[i]!.length
      if (count > most) return null
      for (let piece = from; piece < to; piece++) pieces[piece]!.push(i)
    }

  const groups = new Map<string | number, { pairs: [number, number][]; its: number[] }>()
  for (const [i, its] of pieces.entries()) {
    const pair: [number, number] = [ends[i]!, ends[i + 1] ?? Infinity]
    if (!within(pair, box)) continue
    const name = nameOf(i)
    const group = groups.get(name)
    if (!group) groups.set(name, { pairs: [pair], its })
    else {
      group.pairs.push(pair)
      if (whole) for (const one of its) group.its.push(one)
    }
  }
  return [...groups.values()].map(({ pairs, its }) => ({
    runs: joined(pairs),
    rows: its.flatMap(i => lists[i]!).sort((a, b) => a - b),
  }))
}

/** Names the pieces so that those have one name of which some row has both, or which others join. */
function togetherness(
  inside: readonly Runs[],
  place: ReadonlyMap<number, number>,
): (piece: number) => number {
  // How many runs go on from each piece into the next one, counted as changes from piece to piece.
  const changes = new Int32Array(place.size + 1)
  for (const runs of inside)
    for (let r = 0; r < runs.length; r += 2) {
      changes[place.get(runs[r]!)!]!++
      changes[place.get(runs[r + 1]!)! - 1]!--
    }
  const under = Int32Array.from(changes, (_, i) => i)
  for (let piece = 0, on = 0; piece < place.size; piece++) {
    if (on > 0) under[piece] = under[piece - 1]!
    on += changes[piece]!
  }
  const topOf = (piece: number): number => {
    let top = piece
    while (under[top] !== top) top = under[top]!
    while (under[piece] !== top) [under[piece], piece] = [top, under[piece]!]
    return top
  }
  for (const runs of inside)
    for (let r = 2; r < runs.length; r += 2) under[topOf(place.get(runs[r]!)!)] = topOf(place.get(runs[0]!)!)
  return topOf
}
