import type { BehaviourCheck } from './check'
import { edgePath, nodeName } from './names'
import { sayCase } from './say-case'

export const overlap: BehaviourCheck = {
  code: 'overlap',
  about: 'behaviour',
  says: 'Two answers of a question hold for one case.',
  because: 'Two agents would decide the same call differently, and both would be right.',
  mend: 'Cut one of the answers where the other begins, or let their order decide (hit: first).',
  find: cases => {
    const seen = new Set<string>()
    return cases.overlaps.flatMap(({ question, edges, box }) => {
      const key = edges.map(edge => edge.id).join('\n')
      if (seen.has(key)) return []
      seen.add(key)
      const [one, two] = edges.map(edge => nodeName(cases.graph.nodes.get(edge.to)!)) as [string, string]
      return [
        {
          message: `Two answers hold at ${nodeName(question)}${sayCase(cases, box, question.facts)}: one leads to ${one}, the other to ${two}.`,
          path: edgePath(edges[1]),
          nodes: [question.id],
          edges: edges.map(edge => edge.id),
          facts: question.facts,
          witness: cases.witness(box),
        },
      ]
    })
  },
}
