import { type CellSet, membersOf } from './cells'
import type { CellTests } from './cut'

/** Cells of a fact that a question's answers do not tell apart, with the answers that are still possible there. */
export interface Group<A> {
  cells: CellSet
  possible: A[]
}

/**
 * Cuts the cells in which a fact may lie by the answers that test it. A group that passes an earlier answer comes
 * before one that does not.
 */
export function groupsOf<A extends { tests: CellTests }>(
  answers: readonly A[],
  fact: string,
  within: CellSet,
): Group<A>[] {
  /** By cell, the answers that it passes, by their places. */
  const passes = new Map<number, number[]>([...membersOf(within)].map(cell => [cell, []]))
  answers.forEach(({ tests }, place) => {
    const cells = tests.get(fact)
    if (cells !== undefined) for (const cell of membersOf(within & cells)) passes.get(cell)!.push(place)
  })
  const groups = new Map<string, { cells: number[]; passed: number[] }>()
  for (const [cell, passed] of passes) {
    const key = passed.join(' ')
    const group = groups.get(key)
    if (group) group.cells.push(cell)
    else groups.set(key, { cells: [cell], passed })
  }
  const free = answers.flatMap(({ tests }, place) => (tests.has(fact) ? [] : [place]))
  return [...groups.values()]
    .sort((a, b) => earlier(a.passed, b.passed))
    .map(({ cells, passed }) => ({
      cells: cells.reduce((all, cell) => all | (1n << BigInt(cell)), 0n),
      possible: [...free, ...passed].sort((a, b) => a - b).map(place => answers[place]!),
    }))
}

/** Lists of ascending places: the one with a place that the other lacks goes first, the lowest such place deciding. */
function earlier(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return b.length - a.length
}
