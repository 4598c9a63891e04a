import type { BehaviourCheck } from './check'
import { edgePath, nodeName } from './names'

export const neverTaken: BehaviourCheck = {
  code: 'never-taken',
  about: 'behaviour',
  says: 'No facts lead along an answer.',
  because: 'It looks like a rule and does nothing: what comes before has settled it otherwise.',
  mend: 'Take it out, or look at what the questions before it let through.',
  find: cases => {
    if (cases.undecided !== null) return []
    const reached = new Set(cases.visits.map(({ state }) => state.node.id))
    return (
      [...cases.graph.out.values()]
        .flat()
        // Which of two answers that hold is meant is still to be settled.
        .filter(edge => reached.has(edge.from) && !cases.taken.has(edge.id) && !cases.contested.has(edge.id))
        .map(edge => ({
          message: `No case takes the answer of ${nodeName(cases.graph.nodes.get(edge.from)!)} that leads to ${nodeName(cases.graph.nodes.get(edge.to)!)}.`,
          path: edgePath(edge),
          nodes: [edge.from],
          edges: [edge.id],
        }))
    )
  },
}
