import { type Box, keyOf, meets } from '../3-diagram/box'
import type { CellSet } from '../3-diagram/cells'
import type { Diagram, ForkWay, Leaf } from '../3-diagram/diagram'
import { groupsOf } from '../3-diagram/groups'
import type { Slice } from '../3-diagram/slice'

/** Branches on one fact. The branches are disjoint. */
export interface OrderedBranch {
  readonly kind: 'branch'
  readonly fact: string
  readonly branches: readonly { readonly cells: CellSet; readonly to: OrderedDiagram }[]
}

/** A diagram in which every fork is taken fact by fact. */
export type OrderedDiagram = Leaf | OrderedBranch

/** A diagram fact by fact; equal parts of it stay the same object. */
export function ordered(diagram: Diagram, { cells: domains }: Slice): OrderedDiagram {
  const memo = new Map<Diagram, OrderedDiagram>()
  const visit = (at: Diagram): OrderedDiagram => {
    if (at.kind === 'leaf') return at
    const known = memo.get(at)
    if (known) return known
    const inner = new Map<string, OrderedDiagram>()
    const split = (ways: readonly ForkWay[], box: Box): OrderedDiagram => {
      if (ways.every(({ to }) => to === ways[0]!.to)) return visit(ways[0]!.to)
      const fact = at.facts.find(name =>
        ways.some(way => (within(box, name) & ~(way.box.get(name) ?? -1n)) !== 0n),
      )!
      const live = new Map([...box].filter(([name]) => ways.some(way => way.box.has(name))))
      const key = `${ways.map(way => at.ways.indexOf(way)).join()} ${keyOf(live)}`
      const before = inner.get(key)
      if (before) return before
      const candidates = ways.map(way => ({ way, tests: way.box }))
      const made: OrderedDiagram = {
        kind: 'branch',
        fact,
        // Cells that no way is for do not come here: what is before the fork has settled them.
        branches: groupsOf(candidates, fact, within(box, fact)).flatMap(({ cells, possible }) => {
          const left = new Map(box).set(fact, cells)
          const on = possible.flatMap(({ way }) => (meets(left, way.box) ? [way] : []))
          return on.length === 0 ? [] : [{ cells, to: split(on, left) }]
        }),
      }
      inner.set(key, made)
      return made
    }
    const within = (box: Box, fact: string) => box.get(fact) ?? domains.get(fact)!.all
    const made = split(at.ways, new Map())
    memo.set(at, made)
    return made
  }
  return visit(diagram)
}
