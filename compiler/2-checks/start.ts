import type { StructureCheck } from './check'
import { nodePath } from './names'

export const start: StructureCheck = {
  code: 'start',
  about: 'structure',
  says: 'There is not exactly one start, or it leads nowhere.',
  because: 'Every case begins at the start; without one no call can be answered.',
  mend: 'Draw one start, and a line from it to the first question.',
  find: graph => {
    const starts = graph.policy.chart.nodes.filter(node => node.kind === 'start')
    if (starts.length === 0) return [{ message: 'The chart has no start.', path: ['chart', 'nodes'] }]
    if (starts.length > 1)
      return [
        {
          message: `The chart has ${starts.length} starts; a case can begin at one only.`,
          path: ['chart', 'nodes'],
          nodes: starts.map(node => node.id),
        },
      ]
    const [only] = starts
    if (graph.out.get(only!.id)!.length > 0) return []
    return [{ message: 'The start leads nowhere.', path: nodePath(graph, only!.id), nodes: [only!.id] }]
  },
}
