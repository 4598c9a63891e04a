import type { Graph } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import { KINDS, type NodeOf } from '../language/kinds'
import type { StructureCheck } from './check'
import { example, says } from './example'
import { leadToLooseEnd } from './loose-end'
import { nodeName, nodePath } from './names'
import { Redraw } from './redraw'

export const start: StructureCheck = {
  code: 'start',
  about: 'structure',
  says: 'There is not exactly one start, or it leads nowhere.',
  because: 'Every case begins at the start; without one no call can be answered.',
  mend: 'Draw one start, and a line from it to the first question.',
  offers:
    'Leads the start to the only step that no line leads to yet, draws the start that is missing before it, or takes out a second one that leads nowhere.',
  witness: { none: 'A case that begins nowhere cannot be followed.' },
  example: example('A case would begin in two places', {
    nodes: [{ id: 'second', kind: 'start', title: 'Start, too' }, says('hello', 'How can I help?')],
    lines: [['start', 'hello']],
  }),
  find: graph => {
    const starts = graph.policy.chart.nodes.filter(node => node.kind === 'start')
    if (starts.length === 0)
      return [{ message: 'The chart has no start.', path: ['chart', 'nodes'], ...fixed(newStart(graph)) }]
    if (starts.length > 1)
      return [
        {
          message: `The chart has ${starts.length} starts; a case can begin at one only.`,
          path: ['chart', 'nodes'],
          nodes: starts.map(node => node.id),
          ...fixed(oneStart(graph, starts)),
        },
      ]
    const [only] = starts
    if (graph.out.get(only!.id)!.length > 0) return []
    return [
      {
        message: 'The start leads nowhere.',
        path: nodePath(graph, only!.id),
        nodes: [only!.id],
        ...fixed(leadToLooseEnd(graph, only!)),
      },
    ]
  },
}

const fixed = (fix: Fix | undefined) => fix && { fix }

function newStart(graph: Graph): Fix | undefined {
  const { nodes, edges } = graph.policy.chart
  const led = new Set(edges.map(edge => edge.to))
  const [only, more] = nodes.filter(node => KINDS[node.kind].enterable && !led.has(node.id))
  if (!only || more) return undefined
  const redraw = new Redraw(graph)
  const from = redraw.add({ id: 'start', kind: 'start' })
  return {
    title: `Draw a start that leads to ${nodeName(only)}`,
    edits: redraw.draw({ from, to: only.id }).edits,
  }
}

/** All but one of several starts, where those lead nowhere. */
function oneStart(graph: Graph, starts: readonly NodeOf<'start'>[]): Fix | undefined {
  const idle = starts.filter(node => !graph.policy.chart.edges.some(edge => edge.from === node.id))
  if (idle.length !== starts.length - 1 || new Set(starts.map(node => node.id)).size < starts.length)
    return undefined
  const redraw = new Redraw(graph)
  for (const node of idle) redraw.takeOut(node.id)
  return { title: 'Take out what leads nowhere, and begin at the other', edits: redraw.edits }
}
