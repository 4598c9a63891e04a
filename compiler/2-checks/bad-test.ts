import { badTestFix } from './bad-test-fix'
import type { StructureCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'

export const badTest: StructureCheck = {
  code: 'bad-test',
  about: 'structure',
  says: 'A condition cannot be read, or does not fit its fact.',
  because: 'Nobody can tell which cases it means, so no case can be decided by it.',
  mend: 'Write it with the fact’s own values: < 15, [10..20), "gold", time("15:00:00"), or choose it from the form.',
  offers:
    'Writes the condition as it was obviously meant: with quotes, seconds, or the function that its type needs, from low to high, with a comma for “or”.',
  witness: { none: 'What cannot be read holds for no case and fails for none.' },
  example: example('A time is written as people write it', {
    facts: CALL_TIME,
    nodes: [
      asks('ask', 'call_time', 'Before three?'),
      says('today', 'It leaves today.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'today', { call_time: '< 15:00' }],
      ['ask', 'later', 'otherwise'],
    ],
  }),
  find: graph =>
    graph.unreadable.map(({ path, text, fact, problem }) => {
      const edge =
        path[0] === 'chart' && path[1] === 'edges'
          ? graph.policy.chart.edges[path[2] as number]?.id
          : undefined
      const node =
        path[0] === 'chart' && path[1] === 'nodes'
          ? graph.policy.chart.nodes[path[2] as number]?.id
          : undefined
      const fix = badTestFix(graph, path, text, fact)
      const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text
      return {
        message: `The condition “${shown}” on “${fact}” cannot be read. ${problem.message}`,
        path,
        position: problem.position,
        facts: [fact],
        ...(edge !== undefined && { edges: [edge] }),
        ...(node !== undefined && { nodes: [node] }),
        ...(fix && { fix }),
      }
    }),
}
