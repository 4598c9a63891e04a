import type { Box } from './box'

/** An end of a diagram; what its number stands for is known to whoever made it. */
export interface LeafNode {
  readonly id: number
  readonly fact: -1
  readonly value: number
}

/** A branch on a fact, as a function of its joint cells: from `starts[i]` on, up to `starts[i + 1]`, it is `to[i]`. */
export interface BranchNode {
  readonly id: number
  /** Its place among the joint facts. */
  readonly fact: number
  readonly starts: readonly number[]
  readonly to: readonly DecisionNode[]
}

/** A way through a fork: the cases of a box, and where they go. */
export interface ForkWay {
  readonly box: Box
  readonly to: DecisionNode
}

/**
 * A branch on several facts at once. The ways have nothing in common. Of a version, they cover all cases that come to it;
 * of differences, the cases of no way do not differ.
 */
export interface ForkNode {
  readonly id: number
  readonly fact: -2
  readonly ways: readonly ForkWay[]
}

/** A decision diagram over the joint cells of two versions. */
export type DecisionNode = LeafNode | BranchNode | ForkNode

export const isLeaf = (node: DecisionNode): node is LeafNode => node.fact === -1
export const isFork = (node: DecisionNode): node is ForkNode => node.fact === -2

/** A way's box and where it leads, as a text: equal ways have the same. */
export const keyOfWay = ({ box, to }: ForkWay) => `${box.join()}:${to.id}`

/** Which of the ways a cell goes. */
export function wayOf({ starts }: BranchNode, cell: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= cell) low = middle
    else high = middle - 1
  }
  return low
}

/** Keeps the nodes of a diagram unique, so that equal parts are the same object. A node's id is above those of its ways. */
export class NodeStore {
  readonly nodes: DecisionNode[] = []
  private readonly leaves = new Map<number, LeafNode>()
  private readonly branches = new Map<number, BranchNode[]>()
  private readonly forks = new Map<string, ForkNode>()

  leaf(value: number): LeafNode {
    const known = this.leaves.get(value)
    if (known) return known
    const made: LeafNode = { id: this.nodes.length, fact: -1, value }
    this.leaves.set(value, made)
    this.nodes.push(made)
    return made
  }

  /** The order of the ways makes no difference. */
  fork(given: readonly ForkWay[]): ForkNode {
    const keyed = given.map(way => ({ way, key: keyOfWay(way) })).sort((a, b) => (a.key < b.key ? -1 : 1))
    const key = keyed.map(each => each.key).join(' ')
    const known = this.forks.get(key)
    if (known) return known
    // The ways themselves stay in the order in which they were given: people read regions in it.
    const made: ForkNode = { id: this.nodes.length, fact: -2, ways: given }
    this.forks.set(key, made)
    this.nodes.push(made)
    return made
  }

  /** `starts` ascends from 0. Neighbours that go the same way are joined; a branch of a single way is that way. */
  branch(fact: number, starts: readonly number[], to: readonly DecisionNode[]): DecisionNode {
    const [from, ways]: [number[], DecisionNode[]] = [[], []]
    let hash = fact
    to.forEach((way, i) => {
      if (way === ways[ways.length - 1]) return
      from.push(starts[i]!)
      ways.push(way)
      hash = mixed(mixed(hash, starts[i]!), way.id)
    })
    if (ways.length === 1) return ways[0]!
    const alike = this.branches.get(hash)
    for (const known of alike ?? [])
      if (known.fact === fact && equal(known.starts, from) && equal(known.to, ways)) return known
    const made: BranchNode = { id: this.nodes.length, fact, starts: from, to: ways }
    if (alike) alike.push(made)
    else this.branches.set(hash, [made])
    this.nodes.push(made)
    return made
  }
}

const mixed = (hash: number, more: number) => Math.imul(hash ^ more, 0x9e3779b1) ^ (hash >>> 15)

const equal = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((x, i) => x === b[i])
