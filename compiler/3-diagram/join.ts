import { byText } from '../1-graph/graph'
import type { Box, Domains } from './box'
import { type CellSet, lowest } from './cells'

/** A box that stands for something, and may be joined with another one that stands for the same. */
export interface Joinable {
  box: Box
  /** Only boxes of the same kind are joined. */
  kind: string
}

/**
 * Joins boxes of the same kind that differ in one fact only, until no two of them can be. Of two that become one the
 * first stays, with what both have on that fact; `freed` is told where that is everything. The boxes have nothing in
 * common, and stay so.
 */
export function joinBoxes<T extends Joinable>(
  items: readonly T[],
  domains: Domains,
  freed: (item: T, fact: string) => void = () => {},
): T[] {
  let left = [...items]
  const hashes = new Map(left.map(item => [item, hashOf(item, domains)]))
  for (let again = left.length > 1; again; ) {
    again = false
    for (const fact of factsOf(left)) {
      const cells = domains.get(fact)!
      const byRest = new Map<number, T[]>()
      const gone = new Set<T>()
      for (const item of left) {
        const here = item.box.get(fact)
        if (here === undefined) continue
        const rest = hashes.get(item)! ^ mixed(fact, cells.idOf(here))
        const same = byRest.get(rest)
        const other = same?.find(each => alikeBut(fact, each, item))
        if (!other) {
          if (same) same.push(item)
          else byRest.set(rest, [item])
          continue
        }
        gone.add(item)
        const box = new Map(other.box).set(fact, other.box.get(fact)! | here)
        other.box = box
        again = true
      }
      if (gone.size === 0) continue
      left = left.filter(item => !gone.has(item))
      for (const item of left) {
        if (item.box.get(fact) === cells.all) {
          const box = new Map(item.box)
          box.delete(fact)
          item.box = box
          freed(item, fact)
        }
        hashes.set(item, hashOf(item, domains))
      }
    }
  }
  return left
}

const factsOf = (items: readonly Joinable[]) => {
  const facts = new Set<string>()
  for (const { box } of items) for (const fact of box.keys()) facts.add(fact)
  return [...facts].sort(byText)
}

function alikeBut(fact: string, a: Joinable, b: Joinable): boolean {
  if (a.kind !== b.kind || a.box.size !== b.box.size) return false
  for (const [name, cells] of a.box) if (name !== fact && b.box.get(name) !== cells) return false
  return true
}

function hashOf({ box, kind }: Joinable, domains: Domains): number {
  let hash = mixed(kind, 0)
  for (const [fact, cells] of box) hash ^= mixed(fact, domains.get(fact)!.idOf(cells))
  return hash
}

const seeds = new Map<string, number>()

/** A number that is most likely another one for another name, or another number. FNV-1a, and the end of MurmurHash3. */
function mixed(name: string, id: number): number {
  let seed = seeds.get(name)
  if (seed === undefined) {
    seed = 0x811c9dc5
    for (let i = 0; i < name.length; i++) seed = Math.imul(seed ^ name.charCodeAt(i), 0x01000193)
    if (seeds.size > 10_000) seeds.clear()
    seeds.set(name, seed)
  }
  let hash = seed ^ Math.imul(id | 0, 0x9e3779b1) ^ Math.imul((id / 4_294_967_296) | 0, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * The order in which people read boxes that have nothing in common: by the lowest cell of the first fact, then of the
 * second, and so on.
 */
export function inReadingOrder<T extends { box: Box }>(items: readonly T[], facts: readonly string[]): T[] {
  if (items.length < 2) return [...items]
  const first = (cells: CellSet | undefined) => (cells === undefined ? 0 : lowest(cells))
  return items
    .map(item => ({ item, at: facts.map(fact => first(item.box.get(fact))) }))
    .sort((a, b) => {
      for (let i = 0; i < facts.length; i++) if (a.at[i] !== b.at[i]) return a.at[i]! - b.at[i]!
      return 0
    })
    .map(({ item }) => item)
}
