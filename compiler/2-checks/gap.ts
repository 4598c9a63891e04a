import type { BehaviourCheck } from './check'
import { nodeName, nodePath } from './names'
import { sayCase } from './say-case'

export const gap: BehaviourCheck = {
  code: 'gap',
  about: 'behaviour',
  says: 'No answer of a question covers a case that comes to it.',
  because: 'The agent would be left without words, with the customer on the line.',
  mend: 'Add the missing answer, widen one that is there, or add “otherwise”.',
  find: cases => {
    const seen = new Set<string>()
    return cases.gaps.flatMap(({ question, box }) => {
      if (seen.has(question.id)) return []
      seen.add(question.id)
      const out = cases.graph.out.get(question.id)!
      return [
        {
          message: `No answer at ${nodeName(question)}${sayCase(cases, box, question.facts)}.`,
          path: nodePath(cases.graph, question.id),
          nodes: [question.id],
          edges: out.map(edge => edge.id),
          facts: question.facts,
          witness: cases.witness(box),
        },
      ]
    })
  },
}
