import { type Box, type Domains, intersection, meets, outside, volume } from './box'
import type { CellSet } from './cells'

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
  const sum = (of: readonly Box[]) => of.reduce((total, part) => total + volume(part, facts, domains), 0n)
  if (sum(parts) === volume(box, facts, domains)) return null
  const within = (at: Box, fact: string) => at.get(fact) ?? domains.get(fact)!.all
  let at = box
  let left = parts
  // The half that lacks something is halved again, until nothing of the parts is left in it.
  while (left.length > 0) {
    const middle = left[left.length >> 1]!
    const fact = facts.find(name => within(at, name) !== within(middle, name))!
    const inside = within(middle, fact)
    const halves = [within(at, fact) & ~inside, inside].map(cells => new Map(at).set(fact, cells))
    for (const half of halves) {
      const there = left.flatMap(part => intersection(half, part) ?? [])
      if (sum(there) === volume(half, facts, domains)) continue
      at = half
      left = there
      break
    }
  }
  return widest(box, at, parts, facts, domains)
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
  for (const part of parts)
    left = left.flatMap(rest => {
      const pieces = outside(rest, part, facts, domains)
      if (pieces[0] !== rest) for (const _ of pieces) spend()
      return pieces
    })
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
