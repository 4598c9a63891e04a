import type { Graph } from '../1-graph/graph'
import type { StructureCheck } from './check'
import { asks, example, GIFT, says } from './example'
import { nodeName } from './names'

export const cycle: StructureCheck = {
  code: 'cycle',
  about: 'structure',
  says: 'The chart leads back to where it was.',
  because: 'A call that comes round again would never end; a case must not bounce.',
  mend: 'Lead the last line to a step further on, or to an escalation.',
  offers: null,
  witness: { none: 'A case that goes round in a circle has no end that could be shown.' },
  example: example('A case comes back to where it was', {
    facts: GIFT,
    actions: { wrap: { title: 'Wrap it', grants: { T1: {} } } },
    nodes: [
      asks('ask', 'gift', 'Is it a gift?'),
      { id: 'wrap', kind: 'action', title: 'Wrap it', action: 'wrap', say: 'I am having it wrapped.' },
      says('done', 'It is on its way.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'wrap', { gift: 'true' }],
      ['ask', 'done', { gift: 'false' }],
      ['wrap', 'ask'],
    ],
  }),
  find: graph =>
    cycles(graph).map(nodes => ({
      message: `The chart goes round in a circle: ${[...nodes, nodes[0]!].map(id => nodeName(graph.nodes.get(id)!)).join(' → ')}.`,
      nodes,
      edges: nodes.flatMap((id, i) =>
        graph.out
          .get(id)!
          .filter(edge => edge.to === nodes[(i + 1) % nodes.length])
          .map(edge => edge.id),
      ),
      path: ['chart'],
    })),
}

/** One cycle for each line that closes one, as it is met in a walk over all nodes. */
function cycles(graph: Graph): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  for (const first of graph.nodes.keys()) {
    const trail: string[] = []
    const onTrail = new Set<string>()
    const stack: { id: string; next: string[] }[] = []
    const enter = (id: string) => {
      if (onTrail.has(id)) found.push(trail.slice(trail.indexOf(id)))
      if (done.has(id)) return
      done.add(id)
      trail.push(id)
      onTrail.add(id)
      stack.push({
        id,
        next: graph.out
          .get(id)!
          .map(edge => edge.to)
          .reverse(),
      })
    }
    enter(first)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const next = top.next.pop()
      if (next !== undefined) enter(next)
      else {
        stack.pop()
        trail.pop()
        onTrail.delete(top.id)
      }
    }
  }
  return found
}
