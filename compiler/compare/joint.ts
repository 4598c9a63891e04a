import { type CellSet, type Cells, cellsOf, membersOf } from '../3-diagram/cells'
import type { Slice } from '../3-diagram/slice'
import { union, type ValueSet } from '../language/tests/value-set'

/** A fact of two versions: its values cut so finely that no test of either tells two values of a cell apart. */
export interface JointFact {
  cells: Cells
  /** The cells that each version accepts; all of them where it does not know the fact. */
  accepted: { old: CellSet; new: CellSet }
}

export type Side = 'old' | 'new'

/** What a fact is called that changed its type or its steps: each version has its own then. */
export const ownName = (fact: string, side: Side) => `${fact}\u0000${side}`

/** The facts that a tier sees in either version, by name; of one that changed its type, two by `ownName`. */
export function jointFacts(old: Slice | null, next: Slice | null): Map<string, JointFact> {
  const joint = new Map<string, JointFact>()
  const add = (name: string, a: Cells | undefined, b: Cells | undefined) => {
    const domain = (a ?? b)!.domain
    const all = a && b ? union(a.domain.all, b.domain.all, domain.grid?.next ?? (n => n)) : domain.all
    const sets = [a, b].flatMap(cells => (cells ? [cells.domain.all, ...values(cells)] : []))
    const cells = cellsOf({ ...domain, all }, sets)
    joint.set(name, {
      cells,
      accepted: { old: a ? cells.of(a.domain.all) : cells.all, new: b ? cells.of(b.domain.all) : cells.all },
    })
  }
  for (const fact of [...new Set([...(old?.cells.keys() ?? []), ...(next?.cells.keys() ?? [])])].sort()) {
    const [a, b] = [old?.cells.get(fact), next?.cells.get(fact)]
    if (a && b && changesType(fact, old!, next!)) {
      add(ownName(fact, 'old'), a, undefined)
      add(ownName(fact, 'new'), undefined, b)
    } else add(fact, a, b)
  }
  return joint
}

/** Whether a fact's values are no longer of the same kind: another type, or other steps. */
export function changesType(fact: string, old: Slice, next: Slice): boolean {
  const [a, b] = [old.graph.policy.handbook.facts[fact]!, next.graph.policy.handbook.facts[fact]!]
  return a.type !== b.type || a.step !== b.step
}

const values = (cells: Cells): ValueSet[] =>
  [...membersOf(cells.all)].map(cell => cells.values(1n << BigInt(cell)))
