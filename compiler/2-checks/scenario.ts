import { playOn } from '../meaning/play'
import { canonicalJson } from '../runtime/canonical-json'
import type { BehaviourCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'

export const scenario: BehaviourCheck = {
  code: 'scenario',
  about: 'behaviour',
  says: 'A scenario does not come out as expected.',
  because: 'Somebody wrote down what has to happen in this case, and it does not.',
  mend: 'Look at the path that the case takes now; mend the chart, or what the scenario expects.',
  offers: null,
  witness: {
    shows: 'It is the scenario’s own case; played as a call goes, it does not come out as expected.',
    confirms: (finding, { graph }) => {
      const played = graph.policy.scenarios?.[Number(finding.path?.[1])]
      if (!played || canonicalJson(played.facts) !== canonicalJson(finding.witness)) return false
      const { passed, nodes } = playOn(graph, played)
      return !passed && nodes.join('\n') === finding.nodes?.join('\n')
    },
  },
  example: example('A scenario expects what the chart does not do', {
    facts: CALL_TIME,
    nodes: [
      asks('ask', 'call_time', 'Before three?'),
      says('today', 'It leaves today.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'today', { call_time: '< time("15:00:00")' }],
      ['ask', 'later', 'otherwise'],
    ],
    scenarios: [
      {
        title: 'On the stroke of three',
        tier: 'T1',
        facts: { call_time: '15:00:00' },
        expect: { says: ['today'] },
      },
    ],
  }),
  find: ({ graph }) =>
    (graph.policy.scenarios ?? []).flatMap((scenario, i) => {
      const { passed, problems, nodes, edges } = playOn(graph, scenario)
      if (passed) return []
      return [
        {
          message: `“${scenario.title}”: ${problems.join(' ')}`,
          path: ['scenarios', i],
          nodes,
          edges,
          witness: scenario.facts,
        },
      ]
    }),
}
