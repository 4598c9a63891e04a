/**
 * A set of cells, which are numbered from 0: ends of runs, each from its first cell to the one after its last,
 * ascending and apart.
 */
export type Runs = readonly number[]

/** The runs of a list of them in any order, which may touch or overlap. */
export function joined(pairs: readonly (readonly [from: number, to: number])[]): Runs {
  const runs: number[] = []
  for (const [from, to] of [...pairs].sort(([a], [b]) => a - b)) {
    if (from >= to) continue
    if (runs.length > 0 && from <= runs.at(-1)!) runs[runs.length - 1] = Math.max(runs.at(-1)!, to)
    else runs.push(from, to)
  }
  return runs
}

/** What is in both. */
export function intersection(a: Runs, b: Runs): Runs {
  const runs: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!)
    const to = Math.min(a[i + 1]!, b[j + 1]!)
    if (from < to) runs.push(from, to)
    if (a[i + 1]! < b[j + 1]!) i += 2
    else j += 2
  }
  return runs
}

/** Whether everything in the first is in the second. */
export function within(a: Runs, b: Runs): boolean {
  let j = 0
  for (let i = 0; i < a.length; i += 2) {
    while (j < b.length && b[j + 1]! < a[i + 1]!) j += 2
    if (j >= b.length || b[j]! > a[i]!) return false
  }
  return true
}

/** How many cells are in it. */
export const sizeOf = (runs: Runs): bigint =>
  BigInt(runs.reduce((size, end, i) => (i % 2 ? size + end : size - end), 0))
