import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Edit } from '../language/finding'
import type { When } from '../language/handbook'
import { firstFree } from '../language/ids'
import type { Node } from '../language/kinds'
import type { Edge } from '../language/policy'
import { once, onceFor } from '../memory/once'

type Way = Pick<Edge, 'from' | 'to' | 'when' | 'otherwise'>

interface Ids {
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
}

/** The ids that are taken, looked up once for all fixes of a chart. */
const idsOf = onceFor(({ policy: { chart } }: Graph): Ids => {
  const ids = (parts: readonly { id: string }[]) => new Set(parts.map(({ id }) => id))
  return { nodes: ids(chart.nodes), edges: ids(chart.edges) }
})

const lines = onceFor(({ policy: { chart } }: Graph) => {
  const at = new Map<string, number[]>()
  for (const [index, { from, to }] of chart.edges.entries())
    for (const id of new Set([from, to])) once(at, id, () => []).push(index)
  return at
})

/** The places in the document of the lines that lead into a node or out of it. */
const linesAt = (graph: Graph, node: string): readonly number[] => lines(graph).get(node) ?? []

/** A change of the drawing, as edits of the document: what is replaced, then what is added, then what is taken out. */
export class Redraw {
  private readonly replaced: Edit[] = []
  private readonly nodes: Node[] = []
  private readonly edges: Edge[] = []
  private readonly goneNodes = new Set<number>()
  private readonly goneEdges = new Set<number>()

  constructor(readonly graph: Graph) {}

  get edits(): Edit[] {
    const { nodes, edges } = this.graph.policy.chart
    const added = <T>(list: string, before: number, items: readonly T[]): Edit[] =>
      items.map((value, i) => ({ path: ['chart', list, before + i], value }))
    const gone = (list: string, at: ReadonlySet<number>): Edit[] =>
      [...at].sort((a, b) => b - a).map(index => ({ path: ['chart', list, index] }))
    return [
      ...this.replaced,
      ...added('nodes', nodes.length, this.nodes),
      ...added('edges', edges.length, this.edges),
      ...gone('edges', this.goneEdges),
      ...gone('nodes', this.goneNodes),
    ]
  }

  set(path: Path, value: unknown): this {
    this.replaced.push({ path, value })
    return this
  }

  /** Adds a node, with an id of its own, which it returns. */
  add(node: Node): string {
    const taken = idsOf(this.graph).nodes
    const id = firstFree(node.id, name => taken.has(name) || this.nodes.some(other => other.id === name))
    this.nodes.push({ ...node, id })
    return id
  }

  /** Adds a line with an id of its own. */
  draw(way: Way): this {
    const taken = idsOf(this.graph).edges
    const stem = `e${this.graph.policy.chart.edges.length + this.edges.length + 1}`
    const id = firstFree(stem, name => taken.has(name) || this.edges.some(other => other.id === name))
    this.edges.push({ id, ...way })
    return this
  }

  lead(edge: number, to: string): this {
    return this.set(['chart', 'edges', edge, 'to'], to)
  }

  answer(edge: number, when: When): this {
    return this.set(['chart', 'edges', edge, 'when'], when)
  }

  /** Everything that leads to one node leads to another one. */
  reroute(from: string, to: string): this {
    const { edges } = this.graph.policy.chart
    for (const index of linesAt(this.graph, from)) if (edges[index]!.to === from) this.lead(index, to)
    return this
  }

  erase(edge: number): this {
    this.goneEdges.add(edge)
    return this
  }

  /** Takes a node out with the lines that lead out of it, and those into it that were not rerouted. */
  takeOut(id: string): this {
    const { edges } = this.graph.policy.chart
    this.goneNodes.add(this.graph.indexOf.get(id)!)
    for (const index of linesAt(this.graph, id)) {
      const rerouted = this.replaced.some(({ path }) => path[2] === index && path[3] === 'to')
      if (edges[index]!.from === id || !rerouted) this.goneEdges.add(index)
    }
    return this
  }
}
