import type { StructureCheck } from './check'

export const badTest: StructureCheck = {
  code: 'bad-test',
  about: 'structure',
  says: 'A condition cannot be read, or does not fit its fact.',
  because: 'Nobody can tell which cases it means, so no case can be decided by it.',
  mend: 'Write it with the fact’s own values: < 15, [10..20), "gold", time("15:00:00"), or choose it from the form.',
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
      const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text
      return {
        message: `The condition “${shown}” on “${fact}” cannot be read. ${problem.message}`,
        path,
        position: problem.position,
        facts: [fact],
        ...(edge !== undefined && { edges: [edge] }),
        ...(node !== undefined && { nodes: [node] }),
      }
    }),
}
