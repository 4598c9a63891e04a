import { playOn } from '../meaning/play'
import type { BehaviourCheck } from './check'

export const scenario: BehaviourCheck = {
  code: 'scenario',
  about: 'behaviour',
  says: 'A scenario does not come out as expected.',
  because: 'Somebody wrote down what has to happen in this case, and it does not.',
  mend: 'Look at the path that the case takes now; mend the chart, or what the scenario expects.',
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
