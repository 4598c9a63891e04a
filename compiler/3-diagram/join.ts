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
  if (items.length < 2) return [...items]
  let left = items.map(item => ({ item, ...hashed(item, domains) }))
  const facts = factsOf(items)
  // A fact is looked at again as long as something has changed since it was last looked at.
  for (let waiting = facts.length, next = 0; waiting > 0; waiting--, next = (next + 1) % facts.length) {
    const fact = facts[next]!
    const { all, idOf } = domains.get(fact)!
    const byRest = new Map<number, (typeof left)[number][]>()
    const grown = new Map<(typeof left)[number], CellSet>()
    const gone = new Set<(typeof left)[number]>()
    for (const one of left) {
      const code = one.codes.get(fact)
      if (code === undefined) continue
      const rest = one.hash ^ code
      const same = byRest.get(rest)
      const other = same?.find(each => alikeBut(fact, each.item, one.item))
      if (other) {
        grown.set(other, (grown.get(other) ?? other.item.box.get(fact)!) | one.item.box.get(fact)!)
        gone.add(one)
      } else if (same) same.push(one)
      else byRest.set(rest, [one])
    }
    if (gone.size === 0) continue
    left = left.filter(one => !gone.has(one))
    for (const [one, cells] of grown) {
      const { item } = one
      const box = new Map(item.box)
      if (cells === all) box.delete(fact)
      else box.set(fact, cells)
      item.box = box
      one.hash ^= one.codes.get(fact)!
      if (cells === all) {
        one.codes.delete(fact)
        const kind = item.kind
        freed(item, fact)
        if (item.kind !== kind) Object.assign(one, hashed(item, domains))
      } else {
        const code = mixed(fact, idOf(cells))
        one.codes.set(fact, code)
        one.hash ^= code
      }
    }
    waiting = facts.length
  }
  return left.map(({ item }) => item)
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

/** What a box comes to as a number: all that it says of its facts, each by a number of its own. */
function hashed({ box, kind }: Joinable, domains: Domains): { hash: number; codes: Map<string, number> } {
  let hash = mixed(kind, 0)
  const codes = new Map<string, number>()
  for (const [fact, cells] of box) {
    const code = mixed(fact, domains.get(fact)!.idOf(cells))
    codes.set(fact, code)
    hash ^= code
  }
  return { hash, codes }
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
