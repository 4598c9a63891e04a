/**
 * A set of joint cells of one fact: half-open ranges as `[from, to, from, to, …]`, ascending, and no two of them touching.
 * Cells of ordered values mostly come in ranges, so that a set is a few numbers however many cells there are.
 */
export type CellRuns = readonly number[]

export function intersectRuns(a: CellRuns, b: CellRuns): CellRuns {
  const made: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!)
    const to = Math.min(a[i + 1]!, b[j + 1]!)
    if (from < to) made.push(from, to)
    if (a[i + 1]! < b[j + 1]!) i += 2
    else j += 2
  }
  return made
}

/** Both sets in one; they have no cell in common. */
export function unionRuns(a: CellRuns, b: CellRuns): CellRuns {
  const made: number[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const first = j >= b.length || (i < a.length && a[i]! < b[j]!)
    const [from, to] = first ? [a[i]!, a[i + 1]!] : [b[j]!, b[j + 1]!]
    if (first) i += 2
    else j += 2
    addRun(made, from, to)
  }
  return made
}

/** Appends a range that begins where the last one ends, or later. */
export function addRun(runs: number[], from: number, to: number) {
  if (runs.length > 0 && runs[runs.length - 1] === from) runs[runs.length - 1] = to
  else runs.push(from, to)
}

export const cellsIn = (runs: CellRuns): bigint => {
  let cells = 0n
  for (let i = 0; i < runs.length; i += 2)
    cells |= ((1n << BigInt(runs[i + 1]! - runs[i]!)) - 1n) << BigInt(runs[i]!)
  return cells
}

export function hasCell(runs: CellRuns, cell: number): boolean {
  for (let i = 0; i < runs.length && runs[i]! <= cell; i += 2) if (cell < runs[i + 1]!) return true
  return false
}

/** Gives every set a number of its own, so that sets are compared and looked up as numbers. */
export class RunsStore {
  private readonly numbers = new Map<string, number>()
  private readonly sets: CellRuns[] = []

  number(runs: CellRuns): number {
    const key = runs.join()
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.sets.length)
    return this.sets.push(runs) - 1
  }

  of = (number: number): CellRuns => this.sets[number]!

  /** Whether two sets have a cell in common. */
  meet(one: number, other: number): boolean {
    if (one === other) return true
    const [a, b] = [this.sets[one]!, this.sets[other]!]
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (Math.max(a[i]!, b[j]!) < Math.min(a[i + 1]!, b[j + 1]!)) return true
      if (a[i + 1]! < b[j + 1]!) i += 2
      else j += 2
    }
    return false
  }
}
