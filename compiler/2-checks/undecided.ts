import type { BehaviourCheck } from './check'
import { nodeName, nodePath } from './names'

export const undecided: BehaviourCheck = {
  code: 'undecided',
  about: 'behaviour',
  says: 'A check ran over its budget.',
  because: 'What has not been decided is not reported as right.',
  mend: 'Questions that ask the same facts again and again are the usual cause: ask each fact once, early.',
  find: cases => {
    const { graph, undecided, brokenOff } = cases
    const all = [
      ...(undecided === null ? [] : [{ about: 'gaps, overlaps, authority and promises', node: undecided }]),
      ...brokenOff,
    ]
    return all.map(({ about, node }) => ({
      message: `There are too many different cases to follow all of them: the check of ${about} was broken off at ${nodeName(graph.nodes.get(node)!)}, and what lies beyond is not decided.`,
      path: nodePath(graph, node),
      nodes: [node],
    }))
  },
}
