import { type CellSet, lowest } from '../3-diagram/cells'
import { canonicalJson } from '../runtime/canonical-json'

export interface LeafNode<L> {
  readonly id: number
  readonly is: 'leaf'
  readonly value: L
}
export interface BranchNode<L> {
  readonly id: number
  readonly is: 'branch'
  readonly fact: string
  readonly ways: readonly { readonly cells: CellSet; readonly to: DecisionNode<L> }[]
}
/** A decision diagram over the joint cells of two versions. */
export type DecisionNode<L> = LeafNode<L> | BranchNode<L>

/** Keeps the nodes of a diagram unique: equal parts are the same object. */
export class NodeStore<L> {
  private readonly unique = new Map<string, DecisionNode<L>>()

  leaf(value: L): LeafNode<L> {
    return this.keep(canonicalJson(value), id => ({ id, is: 'leaf', value })) as LeafNode<L>
  }

  /** The ways are disjoint. Those that lead to the same node are joined; a branch of a single way is that way. */
  branch(fact: string, ways: readonly { cells: CellSet; to: DecisionNode<L> }[]): DecisionNode<L> {
    const joined = new Map<DecisionNode<L>, CellSet>()
    for (const { cells, to } of ways) if (cells !== 0n) joined.set(to, (joined.get(to) ?? 0n) | cells)
    const [only] = joined.keys()
    if (joined.size === 1) return only!
    const sorted = [...joined]
      .map(([to, cells]) => ({ cells, to }))
      .sort((a, b) => lowest(a.cells) - lowest(b.cells))
    const key = `${fact}\n${sorted.map(({ cells, to }) => `${cells.toString(36)}:${to.id}`).join(' ')}`
    return this.keep(key, id => ({ id, is: 'branch', fact, ways: sorted }))
  }

  private keep(key: string, make: (id: number) => DecisionNode<L>): DecisionNode<L> {
    const known = this.unique.get(key)
    if (known) return known
    const made = make(this.unique.size)
    this.unique.set(key, made)
    return made
  }
}
