import type { Graph } from '../1-graph/graph'
import { cellsOf, lowest } from '../3-diagram/cells'
import type { Node, NodeOf } from '../language/kinds'
import { canonicalJson } from '../runtime/canonical-json'
import type { Facts } from '../runtime/result'
import type { Replay, Walked } from './replay'

/** What is done and said at a step, as one text; not what the step is called, where it stands, and why it is there. */
export function decidedAt(node: Node): string {
  const { id, position, title, why, minutes, ...rest } = { why: null, minutes: null, ...node }
  return canonicalJson('action' in rest ? { ...rest, with: rest.with ?? {} } : rest)
}

/** Whether the same is done and said of a case, however a question that it comes to is answered. */
export function sameEitherWay(replay: Replay, node: NodeOf<'question'>, facts: Facts): boolean {
  const walk = replay.walk(facts)
  return answeredOtherwise(replay.graph, node, facts)
    .map(other => replay.walk(other))
    .every(
      other =>
        !other.path.nodes.includes(node.id) ||
        goAlike(replay, walk, other, node.id) ||
        asksAgain(replay, node, [walk, other]),
    )
}

/** The case with values that each of the question’s answers would have. */
const answeredOtherwise = (graph: Graph, node: NodeOf<'question'>, facts: Facts): Facts[] =>
  graph.out.get(node.id)!.map(({ when }) => {
    const other = { ...facts }
    for (const { fact, set } of when.values()) {
      const cells = cellsOf(graph.domains.get(fact)!, [set])
      const passing = cells.of(set)
      if (passing !== 0n) other[fact] = cells.sample(lowest(passing))
    }
    return other
  })

/** Whether a question further on, which may well matter, is about the same facts. */
const asksAgain = ({ graph }: Replay, { id, facts }: NodeOf<'question'>, walks: readonly Walked[]): boolean =>
  walks
    .flatMap(({ path }) => path.nodes.slice(path.nodes.indexOf(id) + 1))
    .some(further => graph.out.get(further)!.some(({ when }) => facts.some(fact => when.has(fact))))

/** Whether two walks do and say the same from a node on, up to where they meet again, or end. */
function goAlike(replay: Replay, one: Walked, other: Walked, from: string): boolean {
  if (one.kind !== 'decision' || other.kind !== 'decision') return false
  const after = ({ path }: Walked) => path.nodes.slice(path.nodes.indexOf(from) + 1)
  const there = new Set(after(other))
  const meeting = after(one).find(id => there.has(id))
  const done = (walk: Walked) => {
    const ids = after(walk)
    const until = meeting === undefined ? ids : ids.slice(0, ids.indexOf(meeting))
    return until.flatMap(id => {
      const node = replay.graph.nodes.get(id)!
      const rank = replay.rankAt(walk, id)
      // An escalation to a tier that holds the decision already is passed by.
      const passed = node.kind === 'escalate' && replay.graph.rank.get(node.to)! <= rank
      return node.kind === 'question' || passed ? [] : [`${rank} ${decidedAt(node)}`]
    })
  }
  return done(one).join('\n') === done(other).join('\n')
}
