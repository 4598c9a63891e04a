import type { BehaviourCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'
import { edgePath, nodeName } from './names'
import { overlapFix } from './overlap-fix'
import { sayCase } from './say-case'

export const overlap: BehaviourCheck = {
  code: 'overlap',
  about: 'behaviour',
  says: 'Two answers of a question hold for one case.',
  because: 'Two agents would decide the same call differently, and both would be right.',
  mend: 'Cut one of the answers where the other begins, or let their order decide (hit: first).',
  offers:
    'Cuts the answer drawn later where the other one begins. An answer that lies wholly within another is the exception, and is cut out of the other.',
  witness: {
    shows: 'The case comes to the question, and both answers hold.',
    confirms: (finding, replay) => {
      const walk = replay.of(finding)
      return (
        walk.kind === 'overlap' &&
        walk.question === finding.nodes?.[0] &&
        finding.edges?.length === 2 &&
        finding.edges.every(edge => walk.edges.includes(edge))
      )
    },
  },
  example: example('At three o’clock two answers hold', {
    facts: CALL_TIME,
    nodes: [
      asks('ask', 'call_time', 'Before three?'),
      says('today', 'It leaves today.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'today', { call_time: '<= time("15:00:00")' }],
      ['ask', 'later', { call_time: '>= time("15:00:00")' }],
    ],
  }),
  find: cases =>
    cases.overlaps.map(({ question, edges, box }) => {
      const [one, two] = edges.map(edge => nodeName(cases.graph.nodes.get(edge.to)!)) as [string, string]
      const fix = overlapFix(cases.graph, edges)
      return {
        message: `Two answers hold at ${nodeName(question)}${sayCase(cases, box, question.facts)}: one leads to ${one}, the other to ${two}.`,
        path: edgePath(edges[1]),
        nodes: [question.id],
        edges: edges.map(edge => edge.id),
        facts: question.facts,
        witness: cases.witness(box),
        ...(fix && { fix }),
      }
    }),
}
