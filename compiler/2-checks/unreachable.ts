import type { Graph } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import type { Node } from '../language/kinds'
import type { StructureCheck } from './check'
import { example, says } from './example'
import { nodeName, nodePath } from './names'
import { Redraw } from './redraw'
import { allBefore } from './ways-into'

export const unreachable: StructureCheck = {
  code: 'unreachable',
  about: 'structure',
  says: 'No path leads to a step.',
  because: 'It looks like a rule and does nothing.',
  mend: 'Draw a line to it, or take it out.',
  offers: 'Takes the step out, and what leads to it alone.',
  witness: { none: 'No case comes to it: there is none to show.' },
  example: example('A step to which no line leads', {
    nodes: [says('hello', 'How can I help?'), says('never', 'Nobody hears this.')],
    lines: [['start', 'hello']],
  }),
  find: graph => {
    const seen = new Set<string>()
    const open = [...graph.triggers.map(trigger => trigger.node.id), ...(graph.start ? [graph.start.id] : [])]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      open.push(...graph.out.get(id)!.map(edge => edge.to))
    }
    const idle = [...graph.nodes.values()].filter(
      node => node.kind !== 'note' && node.kind !== 'start' && !seen.has(node.id),
    )
    return idle.map(node => ({
      message: `No path leads to ${nodeName(node)}.`,
      path: nodePath(graph, node.id),
      nodes: [node.id],
      ...(idle.length <= MANY && fixed(graph, node)),
    }))
  },
}

/** Where more steps than this are cut off, it is a line that is amiss and not the steps. */
const MANY = 100

/** Where the start leads nowhere, or there is none, what is amiss is that and not the steps. */
function fixed(graph: Graph, node: Node): { fix?: Fix } {
  if (!graph.start || graph.out.get(graph.start.id)!.length === 0) return {}
  const before = [...allBefore(graph, node.id)]
  const redraw = new Redraw(graph).takeOut(node.id)
  for (const id of before) redraw.takeOut(id)
  const more = before.length === 0 ? '' : ', and what leads to it'
  return { fix: { title: `Take out ${nodeName(node)}${more}`, edits: redraw.edits } }
}
