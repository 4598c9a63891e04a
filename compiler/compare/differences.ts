import type { Box } from '../3-diagram/build'
import type { CellSet } from '../3-diagram/cells'
import { canonicalJson } from '../runtime/canonical-json'
import type { JointFact } from './joint'
import { type DecisionNode, NodeStore } from './nodes'
import { type ComparedStep, type Outcome, wordless } from './outcome'
import type { VersionLeaf, VersionNode } from './version'

/** What differs in a region; null where nothing does. */
export type Difference = { kind: 'decision' | 'wording'; before: Outcome; after: Outcome } | null

/** The two versions are too different, or too large, to be compared in full. */
export class TooDifferent extends Error {
  override name = 'TooDifferent'
}

export const COMPARE_LIMIT = 2_000_000

/** A version's walk: where it is, and the steps that are done and have not been done alike by the other. */
interface At {
  node: VersionNode
  steps: readonly ComparedStep[]
}

/**
 * Walks both versions at once. Steps that both have done are dropped on the way, and where both have come to the same
 * node with nothing between them, nothing differs below; so what is the same is not looked at again, and regions are
 * not split by it.
 *
 * @throws TooDifferent beyond the limit.
 */
export function differences(
  old: VersionNode,
  next: VersionNode,
  joint: ReadonlyMap<string, JointFact>,
  parts: ReadonlyMap<number, VersionNode>,
  limit = COMPARE_LIMIT,
): DecisionNode<Difference> {
  const store = new NodeStore<Difference>()
  const same = store.leaf(null)
  const live = liveFacts(parts)
  const memo = new Map<string, DecisionNode<Difference>>()
  let work = 0

  const pair = (a: At, b: At, box: Box): DecisionNode<Difference> => {
    const [x, y] = withoutShared(arrive(a, parts), arrive(b, parts))
    if (x.node === y.node && x.steps.length === 0 && y.steps.length === 0) return same
    const facts = new Set([...live(x.node), ...live(y.node)])
    const settled = [...box].filter(([fact]) => facts.has(fact)).sort(([p], [q]) => (p < q ? -1 : 1))
    const key = [
      x.node.id,
      y.node.id,
      x.steps.length + y.steps.length === 0 ? '' : canonicalJson([x.steps, y.steps]),
      ...settled.map(([fact, cells]) => `${fact}=${cells.toString(36)}`),
    ].join('\n')
    const known = memo.get(key)
    if (known) return known
    if (++work > limit) throw new TooDifferent()
    const made = compare(x, y, box)
    memo.set(key, made)
    return made
  }

  const compare = (x: At, y: At, box: Box): DecisionNode<Difference> => {
    const fact = x.node.is === 'branch' ? x.node.fact : y.node.is === 'branch' ? y.node.fact : null
    if (fact === null) return store.leaf(difference(x, y))
    // From the same node on everything is done alike: only where it ends is still to be named.
    const together = x.node === y.node
    const ways: { cells: CellSet; to: DecisionNode<Difference> }[] = []
    for (const one of waysOf(x.node, fact, box, joint))
      for (const other of together ? [one] : waysOf(y.node, fact, box, joint)) {
        const cells = one.cells & other.cells
        if (cells === 0n) continue
        const within = new Map(box).set(fact, cells)
        const [p, q] = [
          { ...x, node: one.to },
          { ...y, node: other.to },
        ]
        ways.push({ cells, to: together ? below(p, q, within) : pair(p, q, within) })
      }
    return ways.length === 0 ? same : store.branch(fact, ways)
  }

  /** Both at the same node with other steps behind them: the steps still to come are shared, and left out. */
  const below = (x: At, y: At, box: Box): DecisionNode<Difference> => {
    const node = end(x.node, parts)
    return pair({ ...x, node: silent(node) }, { ...y, node: silent(node) }, box)
  }
  const silenced = new Map<VersionNode, VersionNode>()
  const silent = (node: VersionNode): VersionNode => {
    if (node.is === 'branch' || node.value.steps.length === 0) return node
    const known = silenced.get(node)
    // An id of its own, below all of the store's, so that it is not taken for the node with its steps.
    const made = known ?? { ...node, id: -1 - silenced.size, value: { ...node.value, steps: [] } }
    silenced.set(node, made)
    return made
  }

  return pair({ node: old, steps: [] }, { node: next, steps: [] }, new Map())
}

/** Follows parts until the walk branches or ends, taking the steps along. */
function arrive({ node, steps }: At, parts: ReadonlyMap<number, VersionNode>): At {
  let [at, done] = [node, steps]
  while (at.is === 'leaf' && 'part' in at.value) {
    done = [...done, ...at.value.steps]
    at = parts.get(at.value.part)!
  }
  return { node: at, steps: done }
}

const end = (node: VersionNode, parts: ReadonlyMap<number, VersionNode>) =>
  arrive({ node, steps: [] }, parts).node

function withoutShared(x: At, y: At): [At, At] {
  let shared = 0
  while (
    shared < Math.min(x.steps.length, y.steps.length) &&
    canonicalJson(x.steps[shared]) === canonicalJson(y.steps[shared])
  )
    shared++
  return shared === 0
    ? [x, y]
    : [
        { ...x, steps: x.steps.slice(shared) },
        { ...y, steps: y.steps.slice(shared) },
      ]
}

function outcome({ node, steps }: At): Outcome {
  const { value } = node as Extract<VersionNode, { is: 'leaf' }>
  if ('invalid' in value) return { kind: 'invalid' }
  return {
    kind: 'decision',
    steps: [...steps, ...value.steps],
    end: (value as Extract<VersionLeaf, { end: unknown }>).end,
  }
}

function difference(x: At, y: At): Difference {
  const [before, after] = [outcome(x), outcome(y)]
  if (canonicalJson(before) === canonicalJson(after)) return null
  const kind = canonicalJson(wordless(before)) === canonicalJson(wordless(after)) ? 'wording' : 'decision'
  return { kind, before, after }
}

/** The ways that a node takes on a fact within the box; all of it goes on at a node that does not branch on it. */
function waysOf(node: VersionNode, fact: string, box: Box, joint: ReadonlyMap<string, JointFact>) {
  const within = box.get(fact) ?? joint.get(fact)!.cells.all
  if (node.is === 'leaf' || node.fact !== fact) return [{ cells: within, to: node }]
  return node.ways.map(({ cells, to }) => ({ cells: cells & within, to }))
}

/** The facts on which a walk from a node may still branch. */
function liveFacts(parts: ReadonlyMap<number, VersionNode>) {
  const memo = new Map<VersionNode, ReadonlySet<string>>()
  const of = (node: VersionNode): ReadonlySet<string> => {
    const known = memo.get(node)
    if (known) return known
    const facts = new Set<string>()
    if (node.is === 'branch') {
      facts.add(node.fact)
      for (const { to } of node.ways) for (const fact of of(to)) facts.add(fact)
    } else if ('part' in node.value) for (const fact of of(parts.get(node.value.part)!)) facts.add(fact)
    memo.set(node, facts)
    return facts
  }
  return of
}
