import { raiseEscalation } from './authority-fix'
import type { Cases } from './cases'
import type { BehaviourCheck } from './check'
import { example } from './example'
import { atStart, nodeName, nodePath, tierName } from './names'
import { Redraw } from './redraw'
import { highestRankAt, visitsAt } from './visits-at'

export const escalatesDown: BehaviourCheck = {
  code: 'escalates-down',
  about: 'behaviour',
  says: 'An escalation does not go upward.',
  because: 'Who already holds the decision would hand it to themselves, or down: the case would bounce.',
  mend: 'Escalate to a higher tier, or go on without the escalation.',
  offers:
    'Escalates to the next tier above the one that holds the decision; where there is none, or one further on already does, goes on without the escalation.',
  witness: {
    shows: 'The case comes to the escalation, and its tier already holds the decision there.',
    confirms: (finding, replay) => {
      const walk = replay.of(finding)
      const node = replay.node(finding)
      return (
        node?.kind === 'escalate' &&
        walk.path.nodes.includes(node.id) &&
        replay.graph.rank.get(node.to)! <= replay.rankAt(walk, node.id)
      )
    },
  },
  example: example('The senior desk hands over to the senior desk', {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
      { id: 'T3', title: 'Duty manager' },
    ],
    nodes: [
      { id: 'up', kind: 'escalate', title: 'To a colleague', to: 'T2', mode: 'consult', say: 'Let me ask.' },
      {
        id: 'again',
        kind: 'escalate',
        title: 'To another colleague',
        to: 'T2',
        mode: 'transfer',
        say: 'I am passing you on.',
      },
    ],
    lines: [
      ['start', 'up'],
      ['up', 'again'],
    ],
  }),
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(visit => {
      const { node, rank } = visit.state
      if (node.kind !== 'escalate' || cases.graph.rank.get(node.to)! > rank || seen.has(node.id)) return []
      seen.add(node.id)
      const fix =
        raiseEscalation(cases.graph, node, highestRankAt(cases, node.id) + 1) ?? goOn(cases, node.id)
      return [
        {
          message: `${atStart(nodeName(node))} goes to ${tierName(cases.graph, cases.graph.rank.get(node.to)!)}, where ${tierName(cases.graph, rank)} already holds the decision.`,
          path: nodePath(cases.graph, node.id, 'to'),
          nodes: [node.id],
          witness: cases.witness(visit.box),
          ...(fix && { fix }),
        },
      ]
    })
  },
}

/** Without an escalation that changes nothing for anybody: every case comes with that authority already. */
function goOn(cases: Cases, id: string) {
  const { graph } = cases
  const node = graph.nodes.get(id)!
  const [next] = graph.out.get(id)!
  if (node.kind !== 'escalate' || !next) return undefined
  if (visitsAt(cases, id).some(({ state }) => state.rank < graph.rank.get(node.to)!)) return undefined
  return {
    title: `Go on without ${nodeName(node)}`,
    edits: new Redraw(graph).reroute(id, next.to).takeOut(id).edits,
  }
}
