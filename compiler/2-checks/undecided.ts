import type { BehaviourCheck } from './check'
import { nodeName, nodePath } from './names'

export const undecided: BehaviourCheck = {
  code: 'undecided',
  about: 'behaviour',
  says: 'A check ran over its budget.',
  because: 'What has not been decided is not reported as right.',
  mend: 'Questions that ask the same facts again and again are the usual cause: ask each fact once, early.',
  offers: null,
  witness: { none: 'It says what has not been decided; there is no case of that.' },
  example: {
    title: 'Everything is asked twice',
    words:
      'Twenty-two questions, each leading on to the next whatever the answer, and then the same twenty-two again: every one of four million cases comes to the second round as a different one.',
  },
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
