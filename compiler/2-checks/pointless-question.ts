import type { Graph } from '../1-graph/graph'
import { TooLarge } from '../3-diagram/too-large'
import type { Fix } from '../language/finding'
import type { Node, NodeOf } from '../language/kinds'
import type { Cases } from './cases'
import type { BehaviourCheck } from './check'
import { asks, example, GIFT, says } from './example'
import { atStart, nodeName, nodePath } from './names'
import { Redraw } from './redraw'
import { decidedAt, sameEitherWay } from './same-either-way'
import { visitsAt } from './visits-at'
import { allBefore } from './ways-into'

export const pointlessQuestion: BehaviourCheck = {
  code: 'pointless-question',
  about: 'behaviour',
  says: 'The answer to a question changes nothing.',
  because: 'It costs the customer and the agent time, and nothing comes of it.',
  mend: 'Take the question out, or let its answers lead to different things.',
  offers:
    'Takes the question out, and leads on to where its answers lead, where that is one place or places that end the case alike.',
  witness: {
    shows:
      'The case comes to the question. Whatever else is answered there, the same is done and said until the walks meet again, or end.',
    confirms: (finding, replay) => {
      const node = replay.node(finding)
      return (
        node?.kind === 'question' &&
        replay.of(finding).path.nodes.includes(node.id) &&
        sameEitherWay(replay, node, finding.witness ?? {})
      )
    },
  },
  example: example('Both answers lead to the same words', {
    facts: GIFT,
    nodes: [asks('ask', 'gift', 'Is it a gift?'), says('done', 'It is on its way.')],
    lines: [
      ['start', 'ask'],
      ['ask', 'done', { gift: 'true' }],
      ['ask', 'done', { gift: 'false' }],
    ],
  }),
  find: (cases, tables) => {
    if (cases.undecided !== null || cases.gaps.length > 0 || cases.overlaps.length > 0) return []
    const deciding = new Set<string>()
    for (const tier of cases.graph.tiers) {
      const diagram = tables.diagram(tier)
      if (diagram instanceof TooLarge) return []
      for (const question of diagram.deciding) deciding.add(question)
    }
    const asked = new Map(
      cases.visits.flatMap(({ state: { node } }) =>
        node.kind === 'question' ? [[node.id, node] as const] : [],
      ),
    )
    return [...asked.values()]
      .filter(node => !deciding.has(node.id) && changesNothing(cases, node))
      .map(node => {
        const fix = takeOut(cases, node)
        return {
          message: `${atStart(nodeName(node))} changes nothing: whatever the answer is, the same is done and said.`,
          path: nodePath(cases.graph, node.id),
          nodes: [node.id],
          facts: node.facts,
          witness: cases.witness(visitsAt(cases, node.id)[0]!.box),
          ...(fix && { fix }),
        }
      })
  },
}

const takenFrom = ({ graph, taken }: Cases, node: Node) =>
  graph.out.get(node.id)!.filter(edge => taken.has(edge.id))

/** Where all cases go on alike, whatever they answer; undefined where that is no one step. */
function goesOnTo(cases: Cases, node: Node): string | undefined {
  const [first, ...more] = takenFrom(cases, node)
  return more.some(edge => !alike(cases.graph, first!.to, edge.to)) ? undefined : first?.to
}

/**
 * Of a question that decides nothing where it is asked. What was settled before it is not asked here, and may still
 * lead cases apart: that is left out of account only where nothing before it is about the same facts.
 */
const changesNothing = (cases: Cases, node: Node): boolean =>
  goesOnTo(cases, node) !== undefined || isAskedAfresh(cases, node)

function isAskedAfresh({ graph, slice }: Cases, node: Node): boolean {
  const testedAt = (id: string) =>
    graph.out.get(id)!.flatMap(edge => [...(slice.answers.get(edge.id)?.keys() ?? [])])
  const here = new Set(testedAt(node.id))
  const earlier = allBefore(graph, node.id)
  const before = [...graph.nodes.values()].filter(other => other.kind === 'question' && earlier.has(other.id))
  const tested = [
    ...before.flatMap(other => testedAt(other.id)),
    ...[...slice.triggers.values()].flatMap(tests => [...tests.keys()]),
  ]
  return !tested.some(fact => here.has(fact))
}

function takeOut(cases: Cases, node: NodeOf<'question'>): Fix | undefined {
  const to = goesOnTo(cases, node)
  if (to === undefined) return undefined
  return {
    title: `Take out ${nodeName(node)}`,
    edits: new Redraw(cases.graph).reroute(node.id, to).takeOut(node.id).edits,
  }
}

/** Whether the same is done and said from two steps on, up to where they meet, or end. */
function alike(graph: Graph, one: string, other: string): boolean {
  for (let [a, b] = [one, other]; a !== b; ) {
    const [left, right] = [graph.nodes.get(a)!, graph.nodes.get(b)!]
    if (left.kind === 'question' || decidedAt(left) !== decidedAt(right)) return false
    const [on, over] = [graph.out.get(a)![0], graph.out.get(b)![0]]
    if (!on || !over) return on === over
    a = on.to
    b = over.to
  }
  return true
}
