import { factsOf } from '../1-graph/visible'
import type { StructureCheck } from './check'
import { asks, example, says } from './example'
import { nodeName, nodePath, titled } from './names'

export const secondGuess: StructureCheck = {
  code: 'second-guess',
  about: 'structure',
  says: 'The agent is made to judge what the customer is to be taken at their word for.',
  because: 'It is not the agent’s call: “Are you a doctor?” “No.” “Then authorise it or pass it on.”',
  mend: 'Take the agent’s judgement out, and go by what the customer says.',
  offers: null,
  witness: { none: 'Any use of such a judgement is one too many, whichever case comes to it.' },
  example: example('The agent judges what the customer is to be taken at their word for', {
    facts: {
      sick: { type: 'boolean', title: 'Somebody is ill', source: 'customer' },
      believed: { type: 'boolean', title: 'The claim is believable', source: 'agent', about: 'sick' },
    },
    nodes: [
      asks('ask', 'sick', 'Is somebody ill?'),
      asks('doubt', 'believed', 'Do you believe it?'),
      says('now', 'A courier is on the way.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'doubt', { sick: 'true' }],
      ['ask', 'later', { sick: 'false' }],
      ['doubt', 'now', { believed: 'true' }],
      ['doubt', 'later', { believed: 'false' }],
    ],
  }),
  find: graph => {
    const { handbook } = graph.policy
    const doubts = new Map(
      Object.entries(handbook.facts).flatMap(([name, { about }]) =>
        about === undefined ? [] : [[name, about] as const],
      ),
    )
    const say = (fact: string, where: string) =>
      `${where} goes by ${titled('facts', graph, fact)}, which second-guesses ${titled('facts', graph, doubts.get(fact)!)}.`
    const nodes = [...graph.nodes.values()].flatMap(node => {
      const rows = node.kind === 'escalate' ? (node.requires ?? []).flatMap(row => Object.keys(row)) : []
      return [...new Set([...factsOf(node), ...rows])]
        .filter(fact => doubts.has(fact))
        .map(fact => ({
          message: say(fact, nodeName(node)),
          path: nodePath(graph, node.id),
          nodes: [node.id],
          facts: [fact],
        }))
    })
    const actions = Object.entries(handbook.actions).flatMap(([name, { requires }]) =>
      (requires ?? []).flatMap((row, i) =>
        Object.keys(row)
          .filter(fact => doubts.has(fact))
          .map(fact => ({
            message: say(fact, titled('actions', graph, name)),
            path: ['handbook', 'actions', name, 'requires', i, fact],
            facts: [fact],
          })),
      ),
    )
    return [...nodes, ...actions]
  },
}
