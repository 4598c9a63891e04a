import { type Box, countOf, type Domains, meets, outside, volume } from './box'
import type { CellSet } from './cells'

/** A box by the places of some facts, with how many combinations of cells it has. */
interface Counted {
  cells: readonly CellSet[]
  volume: bigint
}

/**
 * A part of a box that none of the parts covers, or null where they cover all of it. The parts lie in the box and have
 * nothing in common, so that counting tells: what they leave over has as many combinations of cells as they lack.
 */
export function uncovered(
  box: Box,
  parts: readonly Box[],
  facts: readonly string[],
  domains: Domains,
): Box | null {
  const counted = (part: Box): Counted => ({
    cells: facts.map(fact => part.get(fact) ?? domains.get(fact)!.all),
    volume: volume(part, facts, domains),
  })
  const whole = counted(box)
  let at = whole
  let left = parts.map(counted)
  if (sum(left) === at.volume) return null
  // The half that lacks something is halved again, until nothing of the parts is left in it.
  while (left.length > 0) {
    const middle = left[left.length >> 1]!
    const fact = at.cells.findIndex((cells, i) => cells !== middle.cells[i])
    const inside = middle.cells[fact]!
    for (const cells of [at.cells[fact]! & ~inside, inside]) {
      const half = narrowed(at, fact, cells)!
      const there = left.flatMap(part => narrowed(part, fact, cells) ?? [])
      if (sum(there) === half.volume) continue
      at = half
      left = there
      break
    }
  }
  const found = new Map(box)
  facts.forEach((fact, i) => {
    if (at.cells[i] !== whole.cells[i]) found.set(fact, at.cells[i]!)
  })
  return widest(box, found, parts, facts, domains)
}

const sum = (parts: readonly Counted[]) => parts.reduce((total, part) => total + part.volume, 0n)

/** The box with these cells alone on a fact; null where nothing is left. */
function narrowed(part: Counted, fact: number, to: CellSet): Counted | null {
  const was = part.cells[fact]!
  const is = was & to
  if (is === was) return part
  if (is === 0n) return null
  const cells = part.cells.slice()
  cells[fact] = is
  return { cells, volume: (part.volume / BigInt(countOf(was))) * BigInt(countOf(is)) }
}

/** The part with as much more on each fact, one after another, as is left uncovered. */
function widest(box: Box, part: Box, parts: readonly Box[], facts: readonly string[], domains: Domains): Box {
  let at = new Map(part)
  for (const fact of facts) {
    const all = box.get(fact) ?? domains.get(fact)!.all
    if (at.get(fact) === undefined || at.get(fact) === all) continue
    const beside = new Map(at)
    beside.set(fact, all)
    const covered = parts.reduce<CellSet>(
      (cells, each) => (meets(beside, each) ? cells | (each.get(fact) ?? all) : cells),
      0n,
    )
    at = new Map(at).set(fact, all & ~covered)
  }
  for (const [fact, cells] of at)
    if (cells === domains.get(fact)!.all && box.get(fact) === undefined) at.delete(fact)
  return at
}

/** What of a box none of the parts covers, as boxes that have nothing in common, cut fact by fact in this order. */
export function allUncovered(
  box: Box,
  parts: readonly Box[],
  facts: readonly string[],
  domains: Domains,
  spend: () => void,
): Box[] {
  let left = [box]
  for (const part of parts) {
    const next: Box[] = []
    for (const rest of left) {
      if (!meets(rest, part)) {
        next.push(rest)
        continue
      }
      for (const piece of outside(rest, part, facts, domains)) {
        spend()
        next.push(piece)
      }
    }
    left = next
  }
  return left
}

/** The last of the boxes that `allUncovered` would make, alone: where nothing tells them apart, one stands for all. */
export function lastUncovered(
  box: Box,
  parts: readonly Box[],
  facts: readonly string[],
  domains: Domains,
  spend: () => void,
): Box[] {
  const next = parts.findIndex(part => meets(box, part))
  if (next < 0) return [box]
  for (const piece of outside(box, parts[next]!, facts, domains).reverse()) {
    spend()
    const found = lastUncovered(piece, parts.slice(next + 1), facts, domains, spend)
    if (found.length > 0) return found
  }
  return []
}
