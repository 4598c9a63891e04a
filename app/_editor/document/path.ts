import type { Edge, PolicyDocument } from '@/compiler/language/policy'

/** A way through the chart, as the ids of its steps and lines: that of a row of a table, or of a call. */
export interface Path {
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
}

/** A step or a line of the chart. */
export interface Pointed {
  is: 'node' | 'edge'
  id: string
}

export const NO_PATH: Path = { nodes: new Set(), edges: new Set() }

export const samePointed = (a: Pointed | null, b: Pointed | null) => a?.is === b?.is && a?.id === b?.id

/** The way over some steps, with the lines between them; `takes` leaves out those that are not taken all the same. */
export function pathOf(
  { chart }: Pick<PolicyDocument, 'chart'>,
  steps: Iterable<string>,
  takes: (edge: Edge) => boolean = () => true,
): Path {
  const nodes = new Set(steps)
  const edges = chart.edges.filter(edge => nodes.has(edge.from) && nodes.has(edge.to) && takes(edge))
  return { nodes, edges: new Set(edges.map(({ id }) => id)) }
}
