import { MAIN } from '../3-diagram/build'
import type { Diagram, Fork } from '../3-diagram/diagram'
import { innermostFirst } from '../4-table/graft'
import type { TierDiagram } from '../4-table/table'
import type { Box } from './box'
import { RunsStore } from './cell-runs'
import type { JointFacts, Side } from './joint'
import { type DecisionNode, isFork, isLeaf, NodeStore } from './nodes'
import { INVALID, Written } from './written'

/** Where a version's walk comes to: an end, or a part that it goes on in. */
export interface VersionLeaf {
  steps: readonly number[]
  /** `INVALID` where the version does not accept the case; without meaning where the walk goes on. */
  end: number
  part: DecisionNode | null
}

/**
 * The decisions of two versions over joint cells, in one store, so that the same node is the same decision in both. Parts
 * are named by what they decide.
 */
export class Versions {
  readonly store = new NodeStore()
  readonly sets = new RunsStore()
  readonly written = new Written()
  readonly leaves: VersionLeaf[] = []
  readonly old: DecisionNode
  readonly new: DecisionNode
  private readonly leafNumbers = new Map<string, number>()
  private readonly liveBelow: Uint32Array[] = []

  constructor(
    readonly joint: JointFacts,
    old: TierDiagram | null,
    next: TierDiagram | null,
  ) {
    this.old = this.version(old, 'old')
    this.new = this.version(next, 'new')
  }

  leafOf = (value: number): VersionLeaf => this.leaves[value]!

  /** Whether a walk from a node may still branch on a fact: bit by bit, the facts' places. */
  live({ id }: DecisionNode): Uint32Array {
    const { nodes } = this.store
    const words = (this.joint.facts.length + 31) >> 5
    for (let at = this.liveBelow.length; at <= id; at++) {
      const node = nodes[at]!
      const facts = new Uint32Array(words)
      const add = (below: Uint32Array) => {
        for (let i = 0; i < words; i++) facts[i]! |= below[i]!
      }
      if (isLeaf(node)) {
        const { part } = this.leafOf(node.value)
        if (part) add(this.liveBelow[part.id]!)
      } else if (isFork(node))
        for (const { box, to } of node.ways) {
          for (let i = 0; i < box.length; i += 2) facts[box[i]! >> 5]! |= 1 << (box[i]! & 31)
          add(this.liveBelow[to.id]!)
        }
      else {
        facts[node.fact >> 5]! |= 1 << (node.fact & 31)
        for (const to of node.to) add(this.liveBelow[to.id]!)
      }
      this.liveBelow.push(facts)
    }
    return this.liveBelow[id]!
  }

  private leaf(steps: readonly number[], end: number, part: DecisionNode | null): DecisionNode {
    const key = part ? `${steps.join()}>${part.id}` : `${steps.join()}|${end}`
    const number = this.leafNumbers.get(key) ?? this.leaves.push({ steps, end, part }) - 1
    this.leafNumbers.set(key, number)
    return this.store.leaf(number)
  }

  private version(version: TierDiagram | null, side: Side): DecisionNode {
    const invalid = this.leaf([], INVALID, null)
    if (!version) return invalid
    const made = new Map<string, DecisionNode>()
    const nodes = new Map<Diagram, DecisionNode>()
    for (const key of innermostFirst(version.parts))
      made.set(key, this.convert(version.parts.get(key)!.diagram, side, made, nodes))
    let node = made.get(MAIN)!
    // What is not accepted is told before anything is decided.
    this.joint.facts.forEach(({ own, cells }, fact) => {
      const accepted = own[side]?.accepted
      if (!accepted || (accepted[0] === 0 && accepted[1] === cells.count)) return
      const [starts, to]: [number[], DecisionNode[]] = [[], []]
      const add = (from: number, way: DecisionNode) => {
        starts.push(from)
        to.push(way)
      }
      if (accepted[0] !== 0) add(0, invalid)
      for (let i = 0; i < accepted.length; i += 2) {
        add(accepted[i]!, node)
        if (accepted[i + 1]! < cells.count) add(accepted[i + 1]!, invalid)
      }
      node = this.store.branch(fact, starts, to)
    })
    return node
  }

  /** A diagram over joint cells, from its ends upward: it may be deeper than a stack. */
  private convert(
    root: Diagram,
    side: Side,
    parts: ReadonlyMap<string, DecisionNode>,
    nodes: Map<Diagram, DecisionNode>,
  ): DecisionNode {
    const stack: Diagram[] = [root]
    for (let at = stack.at(-1); at; at = stack.at(-1)) {
      const waiting = at.kind === 'leaf' ? [] : at.ways.filter(({ to }) => !nodes.has(to))
      if (waiting.length > 0 && !nodes.has(at)) {
        for (const { to } of waiting) stack.push(to)
        continue
      }
      stack.pop()
      if (nodes.has(at)) continue
      nodes.set(at, at.kind === 'leaf' ? this.convertLeaf(at, parts) : this.convertFork(at, side, nodes))
    }
    return nodes.get(root)!
  }

  private convertLeaf(
    { steps, end }: Extract<Diagram, { kind: 'leaf' }>,
    parts: ReadonlyMap<string, DecisionNode>,
  ): DecisionNode {
    const done = steps.map(step => this.written.steps.number(step))
    if (end.kind === 'continue') return this.leaf(done, INVALID, parts.get(end.root)!)
    return this.leaf(done, this.written.ends.number(end), null)
  }

  private convertFork(
    { facts, ways }: Fork,
    side: Side,
    nodes: ReadonlyMap<Diagram, DecisionNode>,
  ): DecisionNode {
    const places = facts.map(name => this.joint.placeOf(name, side))
    const own = places.map(place => this.joint.facts[place]!.own[side]!)
    const only = places.length === 1 ? places[0]! : null
    if (only !== null) {
      const { count } = this.joint.facts[only]!.cells
      const wayOf = new Array<DecisionNode | undefined>(count).fill(undefined)
      for (const { box, to } of ways) {
        const cells = box.get(facts[0]!)
        const runs = cells === undefined ? [0, count] : own[0]!.runs(cells)
        for (let i = 0; i < runs.length; i += 2) wayOf.fill(nodes.get(to)!, runs[i]!, runs[i + 1]!)
      }
      return this.step(only, wayOf, count, nodes.get(ways[0]!.to)!)
    }
    const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!)
    return this.store.fork(
      ways.map(({ box, to }) => {
        const made: number[] = []
        for (const i of order) {
          const cells = box.get(facts[i]!)
          if (cells !== undefined) made.push(places[i]!, this.sets.number(own[i]!.runs(cells)))
        }
        return { box: made as Box, to: nodes.get(to)! }
      }),
    )
  }

  /** A branch by the way of each cell. Where no case comes, it goes the way of its neighbour. */
  private step(
    fact: number,
    wayOf: readonly (DecisionNode | undefined)[],
    count: number,
    first: DecisionNode,
  ): DecisionNode {
    const [starts, to]: [number[], DecisionNode[]] = [[], []]
    let way = first
    for (let cell = 0; cell < count; cell++) {
      way = wayOf[cell] ?? way
      if (to.length > 0 && way === to[to.length - 1]) continue
      starts.push(cell)
      to.push(way)
    }
    return this.store.branch(fact, starts, to)
  }
}
