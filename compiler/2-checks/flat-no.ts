import type { BehaviourCheck } from './check'
import { example } from './example'
import { nodeName, nodePath } from './names'

export const flatNo: BehaviourCheck = {
  code: 'flat-no',
  about: 'behaviour',
  says: 'A case is declined and nothing is offered instead.',
  because: 'Options are better than a flat no.',
  mend: 'Offer something at the close: an action that the tier may grant, or at least words.',
  offers: null,
  witness: {
    shows: 'The case is declined here, and the decision offers nothing.',
    confirms: (finding, replay) => {
      const walk = replay.of(finding)
      return (
        walk.kind === 'decision' &&
        walk.path.nodes.at(-1) === finding.nodes?.[0] &&
        walk.end.kind === 'close' &&
        walk.end.result === 'declined' &&
        (walk.end.options ?? []).length === 0
      )
    },
  },
  example: example('Somebody is declined, and offered nothing', {
    nodes: [{ id: 'no', kind: 'close', result: 'declined', title: 'Declined', say: 'I cannot do that.' }],
    lines: [['start', 'no']],
  }),
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(visit => {
      const { node } = visit.state
      if (
        node.kind !== 'close' ||
        node.result !== 'declined' ||
        (node.options ?? []).length > 0 ||
        seen.has(node.id)
      )
        return []
      seen.add(node.id)
      return [
        {
          message: `The case is declined at ${nodeName(node)}, and nothing is offered instead.`,
          path: nodePath(cases.graph, node.id),
          nodes: [node.id],
          witness: cases.witness(visit.box),
        },
      ]
    })
  },
}
