import type { BehaviourCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'
import { gapFix } from './gap-fix'
import { nodeName, nodePath } from './names'
import { sayCase } from './say-case'

export const gap: BehaviourCheck = {
  code: 'gap',
  about: 'behaviour',
  says: 'No answer of a question covers a case that comes to it.',
  because: 'The agent would be left without words, with the customer on the line.',
  mend: 'Add the missing answer, widen one that is there, or add “otherwise”.',
  offers:
    'Adds the answer that is missing, for exactly the cases that have none. A sliver between two answers goes to the one above it; anything wider is handed to a higher tier, until you lead it elsewhere.',
  witness: {
    shows: 'The case comes to the question, and none of its answers holds.',
    confirms: (finding, replay) => {
      const walk = replay.of(finding)
      return walk.kind === 'gap' && walk.question === finding.nodes?.[0]
    },
  },
  example: example('On the stroke of three nobody has an answer', {
    facts: CALL_TIME,
    nodes: [
      asks('ask', 'call_time', 'Before three?'),
      says('today', 'It leaves today.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'today', { call_time: '< time("15:00:00")' }],
      ['ask', 'later', { call_time: '> time("15:00:00")' }],
    ],
  }),
  find: cases =>
    cases.gaps.map(({ question, box }) => {
      const out = cases.graph.out.get(question.id)!
      const fix = gapFix(cases, question)
      return {
        message: `No answer at ${nodeName(question)}${sayCase(cases, box, question.facts)}.`,
        path: nodePath(cases.graph, question.id),
        nodes: [question.id],
        edges: out.map(edge => edge.id),
        facts: question.facts,
        witness: cases.witness(box),
        ...(fix && { fix }),
      }
    }),
}
