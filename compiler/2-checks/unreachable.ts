import type { StructureCheck } from './check'
import { nodeName, nodePath } from './names'

export const unreachable: StructureCheck = {
  code: 'unreachable',
  about: 'structure',
  says: 'No path leads to a step.',
  because: 'It looks like a rule and does nothing.',
  mend: 'Draw a line to it, or take it out.',
  find: graph => {
    const seen = new Set<string>()
    const open = [...graph.triggers.map(trigger => trigger.node.id), ...(graph.start ? [graph.start.id] : [])]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      open.push(...graph.out.get(id)!.map(edge => edge.to))
    }
    return [...graph.nodes.values()]
      .filter(node => node.kind !== 'note' && node.kind !== 'start' && !seen.has(node.id))
      .map(node => ({
        message: `No path leads to ${nodeName(node)}.`,
        path: nodePath(graph, node.id),
        nodes: [node.id],
      }))
  },
}
