import { seesAlike } from '../1-graph/visible'
import type { Node } from '../language/kinds'
import type { BehaviourCheck } from './check'
import { example } from './example'
import { nodeName, nodePath, tierName } from './names'

export const wordless: BehaviourCheck = {
  code: 'wordless',
  about: 'behaviour',
  says: 'A decision reaches the customer without any words.',
  because:
    'The agent would have to find words of their own; customers want to hear what is done for them, and why.',
  mend: 'Give one of the steps on the way, or the end, something to say.',
  offers: null,
  witness: {
    shows:
      'The case ends here for some tier, and nothing that is done, offered or decided has words for the customer.',
    confirms: (finding, replay) =>
      replay.graph.tiers.some(tier => {
        const walk = replay.walk(finding.witness, tier)
        if (walk.kind !== 'decision' || walk.path.nodes.at(-1) !== finding.nodes?.[0]) return false
        const { steps, end } = walk
        const offered = end.kind === 'close' ? (end.options ?? []) : []
        const words = [...steps.map(step => step.say), end.say]
        return words.every(say => !say?.trim()) && !offered.some(option => 'say' in option)
      }),
  },
  example: example('A decision that nobody could tell the customer', {
    actions: { upgrade: { title: 'Upgrade', grants: { T1: {} } } },
    nodes: [
      { id: 'up', kind: 'action', title: 'Upgrade it', action: 'upgrade' },
      { id: 'done', kind: 'close', title: 'Done', result: 'resolved' },
    ],
    lines: [
      ['start', 'up'],
      ['up', 'done'],
    ],
  }),
  find: cases => {
    const seen = new Set<string>()
    const { graph } = cases
    // Whoever sees what somebody below them does ends at the same places.
    const callers = [...graph.tiers.keys()].filter((caller, _, all) =>
      all.slice(0, caller).every(below => !seesAlike(graph, below, caller)),
    )
    return callers.flatMap(caller => {
      const look = cases.look('words', { caller, mark: speaks, until: true })
      return look.ends().flatMap(visit => {
        const { node } = visit.state
        if (seen.has(node.id)) return []
        seen.add(node.id)
        return [
          {
            message: `A case of ${tierName(graph, caller)} ends at ${nodeName(node)} without any words for the customer.`,
            path: nodePath(graph, node.id),
            nodes: [node.id],
            witness: look.witness(visit.box),
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
