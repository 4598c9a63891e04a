import { TooLarge } from '../3-diagram/build'
import type { BehaviourCheck } from './check'
import { atStart, nodeName, nodePath } from './names'

export const pointlessQuestion: BehaviourCheck = {
  code: 'pointless-question',
  about: 'behaviour',
  says: 'The answer to a question changes nothing.',
  because: 'It costs the customer and the agent time, and nothing comes of it.',
  mend: 'Take the question out, or let its answers lead to different things.',
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
      .filter(node => !deciding.has(node.id))
      .map(node => ({
        message: `${atStart(nodeName(node))} changes nothing: whatever the answer is, the same is done and said.`,
        path: nodePath(cases.graph, node.id),
        nodes: [node.id],
        facts: node.facts,
      }))
  },
}
