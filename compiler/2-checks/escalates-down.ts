import type { BehaviourCheck } from './check'
import { atStart, nodeName, nodePath, tierName } from './names'

export const escalatesDown: BehaviourCheck = {
  code: 'escalates-down',
  about: 'behaviour',
  says: 'An escalation does not go upward.',
  because: 'Who already holds the decision would hand it to themselves, or down: the case would bounce.',
  mend: 'Escalate to a higher tier, or go on without the escalation.',
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(({ state: { node, rank }, box }) => {
      if (node.kind !== 'escalate' || cases.graph.rank.get(node.to)! > rank || seen.has(node.id)) return []
      seen.add(node.id)
      return [
        {
          message: `${atStart(nodeName(node))} goes to ${tierName(cases.graph, cases.graph.rank.get(node.to)!)}, where ${tierName(cases.graph, rank)} already holds the decision.`,
          path: nodePath(cases.graph, node.id, 'to'),
          nodes: [node.id],
          witness: cases.witness(box),
        },
      ]
    })
  },
}
