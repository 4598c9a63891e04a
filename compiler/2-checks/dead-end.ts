import type { Graph } from '../1-graph/graph'
import type { Say } from '../language/finding'
import { KINDS, type Node } from '../language/kinds'
import type { StructureCheck } from './check'
import { atStart, nodeName, nodePath } from './names'

export const deadEnd: StructureCheck = {
  code: 'dead-end',
  about: 'structure',
  says: 'A step that has to lead on leads nowhere, or to more places than it may.',
  because: 'An agent who comes here would be left without anything to do or to say.',
  mend: 'Draw a line to what comes next; take out the lines that are too many.',
  find: graph => [...graph.nodes.values()].flatMap(node => waysOut(graph, node)),
}

function waysOut(graph: Graph, node: Node): Say[] {
  const out = graph.out.get(node.id)!
  const at = { path: nodePath(graph, node.id), nodes: [node.id] }
  const name = atStart(nodeName(node))
  const tooMany = { ...at, edges: out.map(edge => edge.id) }
  switch (KINDS[node.kind].waysOut) {
    case 'one':
      // A start that leads nowhere has a check of its own.
      if (out.length === 0) return node.kind === 'start' ? [] : [{ message: `${name} leads nowhere.`, ...at }]
      return out.length > 1
        ? [{ message: `${name} leads to ${out.length} places; it may lead to one.`, ...tooMany }]
        : []
    case 'answers': {
      if (out.length === 0) return [{ message: `${name} has no answers.`, ...at }]
      const otherwise = out.filter(edge => edge.otherwise)
      if (otherwise.length < 2) return []
      const edges = otherwise.map(edge => edge.id)
      return [{ message: `${name} has ${edges.length} answers “otherwise”; it may have one.`, ...at, edges }]
    }
    case 'none-or-one':
      return out.length > 1
        ? [{ message: `${name} leads to ${out.length} places; it may lead to one.`, ...tooMany }]
        : []
    case 'none':
      return out.length > 0 ? [{ message: `${name} ends here; no line may lead on.`, ...tooMany }] : []
  }
}
