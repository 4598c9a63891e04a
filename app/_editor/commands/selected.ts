import type { Node } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import type { EditorState } from '../document/store'

export const nothingSelected = ({ selection }: EditorState): string | null =>
  selection.nodes.length + selection.edges.length === 0 ? 'Nothing is selected.' : null

export const noNodeSelected = ({ selection }: EditorState): string | null =>
  selection.nodes.length === 0 ? 'No node is selected.' : null

/** The nodes that are selected, and the edges between them. */
export function selectedPart({ document, selection }: EditorState): { nodes: Node[]; edges: Edge[] } {
  const ids = new Set(selection.nodes)
  return {
    nodes: document.chart.nodes.filter(node => ids.has(node.id)),
    edges: document.chart.edges.filter(edge => ids.has(edge.from) && ids.has(edge.to)),
  }
}
