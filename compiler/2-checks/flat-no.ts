import type { BehaviourCheck } from './check'
import { nodeName, nodePath } from './names'

export const flatNo: BehaviourCheck = {
  code: 'flat-no',
  about: 'behaviour',
  says: 'A case is declined and nothing is offered instead.',
  because: 'Options are better than a flat no.',
  mend: 'Offer something at the close: an action that the tier may grant, or at least words.',
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(({ state: { node }, box }) => {
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
          witness: cases.witness(box),
        },
      ]
    })
  },
}
