import type { Graph, GraphEdge } from '../1-graph/graph'
import type { Fix, Say } from '../language/finding'
import { KINDS, type Node } from '../language/kinds'
import type { StructureCheck } from './check'
import { example, says } from './example'
import { leadToLooseEnd } from './loose-end'
import { atStart, nodeName, nodePath } from './names'
import { Redraw } from './redraw'

export const deadEnd: StructureCheck = {
  code: 'dead-end',
  about: 'structure',
  says: 'A step that has to lead on leads nowhere, or to more places than it may.',
  because: 'An agent who comes here would be left without anything to do or to say.',
  mend: 'Draw a line to what comes next; take out the lines that are too many.',
  offers:
    'Leads the step to the only one that no line leads to yet; of lines that say the same twice, takes the second out.',
  witness: { none: 'The chart cannot be followed until it is put right, and so no case is decided.' },
  example: example('Two lines lead on where one may', {
    actions: { upgrade: { title: 'Upgrade', grants: { T1: {} } } },
    nodes: [
      { id: 'up', kind: 'action', title: 'Upgrade it', action: 'upgrade', say: 'It will arrive tomorrow.' },
      says('done', 'Is there anything else?'),
    ],
    lines: [
      ['start', 'up'],
      ['up', 'done'],
      ['up', 'done'],
    ],
  }),
  find: graph => [...graph.nodes.values()].flatMap(node => waysOut(graph, node)),
}

function waysOut(graph: Graph, node: Node): Say[] {
  const out = graph.out.get(node.id)!
  const at = { path: nodePath(graph, node.id), nodes: [node.id] }
  const name = atStart(nodeName(node))
  const tooMany = () => ({ ...at, edges: out.map(edge => edge.id), ...once(graph, out) })
  const onward = () => {
    const fix = leadToLooseEnd(graph, node)
    return fix && { fix }
  }
  switch (KINDS[node.kind].waysOut) {
    case 'one':
      // A start that leads nowhere has a check of its own.
      if (out.length === 0)
        return node.kind === 'start' ? [] : [{ message: `${name} leads nowhere.`, ...at, ...onward() }]
      return out.length > 1
        ? [{ message: `${name} leads to ${out.length} places; it may lead to one.`, ...tooMany() }]
        : []
    case 'answers': {
      if (out.length === 0) return [{ message: `${name} has no answers.`, ...at, ...onward() }]
      const otherwise = out.filter(edge => edge.otherwise)
      if (otherwise.length < 2) return []
      const edges = otherwise.map(edge => edge.id)
      return [
        {
          message: `${name} has ${edges.length} answers “otherwise”; it may have one.`,
          ...at,
          edges,
          ...once(graph, otherwise),
        },
      ]
    }
    case 'none-or-one':
      return out.length > 1
        ? [{ message: `${name} leads to ${out.length} places; it may lead to one.`, ...tooMany() }]
        : []
    case 'none':
      return out.length > 0 ? [{ message: `${name} ends here; no line may lead on.`, ...tooMany() }] : []
  }
}

/** Of lines that lead to the same place, the first alone; none where they lead to several. */
function once(graph: Graph, edges: readonly GraphEdge[]): { fix?: Fix } {
  const [first, ...more] = edges
  if (!first || more.length === 0 || more.some(edge => edge.to !== first.to)) return {}
  const redraw = new Redraw(graph)
  for (const edge of more) redraw.erase(edge.index)
  return { fix: { title: 'Keep one of the lines, which lead to the same place', edits: redraw.edits } }
}
