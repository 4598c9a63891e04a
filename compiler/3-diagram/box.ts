import type { CellSet, Cells } from './cells'

/**
 * A product of sets of cells: of each fact named, the cells in which its value may lie; any other fact may be anything.
 * Every set of cases that a path of a chart describes is one of these.
 */
export type Box = ReadonlyMap<string, CellSet>

/** The domains that boxes are over. */
export type Domains = ReadonlyMap<string, Cells>

/** Whether some case is in both. */
export function meets(box: Box, tests: Box): boolean {
  for (const [fact, cells] of tests) {
    const within = box.get(fact)
    if ((within === undefined ? cells : within & cells) === 0n) return false
  }
  return true
}

/** Whether every case of the box passes the tests. */
export function isWithin(box: Box, tests: Box, domains: Domains): boolean {
  for (const [fact, cells] of tests)
    if (((box.get(fact) ?? domains.get(fact)!.all) & ~cells) !== 0n) return false
  return true
}

/** What is in both; null where nothing is. */
export function intersection(box: Box, tests: Box): Box | null {
  if (tests.size === 0) return box
  const both = new Map(box)
  for (const [fact, cells] of tests) {
    const within = both.get(fact)
    const left = within === undefined ? cells : within & cells
    if (left === 0n) return null
    both.set(fact, left)
  }
  return both
}

/**
 * What of a box does not pass tests that some of its cases pass, as boxes that have nothing in common. They are cut
 * fact by fact in the order given, so that a box says something of a fact only where it passes the tests on all facts
 * before it.
 */
export function outside(box: Box, tests: Box, facts: readonly string[], domains: Domains): Box[] {
  const left: Box[] = []
  const passing = new Map(box)
  for (const fact of facts) {
    const cells = tests.get(fact)
    if (cells === undefined) continue
    const within = passing.get(fact) ?? domains.get(fact)!.all
    const failing = within & ~cells
    if (failing !== 0n) left.push(new Map(passing).set(fact, failing))
    passing.set(fact, within & cells)
  }
  return left
}

/** By the code of a hexadecimal digit, how many of its bits are set. */
const BITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16) || 0
  return (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + (digit >> 3)
})

/** How many cells a set has. */
export function countOf(cells: CellSet): number {
  const digits = cells.toString(16)
  let count = 0
  for (let i = 0; i < digits.length; i++) count += BITS[digits.charCodeAt(i)]!
  return count
}

/** How many combinations of cells of these facts a box has. */
export function volume(box: Box, facts: readonly string[], domains: Domains): bigint {
  let product = 1n
  for (const fact of facts) {
    const cells = box.get(fact)
    product *= BigInt(cells === undefined ? domains.get(fact)!.count : countOf(cells))
  }
  return product
}

/** A text that two boxes share exactly when they are equal. */
export function keyOf(box: Box): string {
  if (box.size === 0) return ''
  if (box.size === 1) for (const [fact, cells] of box) return `${fact}=${cells.toString(32)}`
  let text = ''
  for (const fact of [...box.keys()].sort()) text += `${fact}=${box.get(fact)!.toString(32)} `
  return text
}
