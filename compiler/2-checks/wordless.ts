import type { Node } from '../language/kinds'
import type { BehaviourCheck } from './check'
import { nodeName, nodePath, tierName } from './names'

export const wordless: BehaviourCheck = {
  code: 'wordless',
  about: 'behaviour',
  says: 'A decision reaches the customer without any words.',
  because:
    'The agent would have to find words of their own; customers want to hear what is done for them, and why.',
  mend: 'Give one of the steps on the way, or the end, something to say.',
  find: cases => {
    const seen = new Set<string>()
    return cases.graph.tiers.flatMap((_, caller) => {
      const look = cases.look('words', { caller, mark: speaks })
      return look.ends().flatMap(({ state: { node }, box, marked }) => {
        if (marked || seen.has(node.id)) return []
        seen.add(node.id)
        return [
          {
            message: `A case of ${tierName(cases.graph, caller)} ends at ${nodeName(node)} without any words for the customer.`,
            path: nodePath(cases.graph, node.id),
            nodes: [node.id],
            witness: look.witness(box),
          },
        ]
      })
    })
  },
}

/**
 * Whether a node says what is done; what questions say is said to find out, and an escalation is announced by those who
 * do not hold the decision already.
 */
const speaks = (node: Node, end: boolean): boolean =>
  (node.kind === 'action' || node.kind === 'close' || (node.kind === 'escalate' && end)) &&
  ((node.say ?? '').trim() !== '' ||
    (node.kind === 'close' && (node.options ?? []).some(option => 'say' in option)))
