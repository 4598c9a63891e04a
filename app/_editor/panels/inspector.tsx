'use client'

import { useEditor } from '../document/store'
import { EdgeInspector } from './inspector/edge-inspector'
import { NodeInspector } from './inspector/node-inspector'
import { PolicyInspector } from './inspector/policy-inspector'
import { SeveralInspector } from './inspector/several-inspector'

/** What is selected, with every field that it has; the policy itself where nothing is. */
export function Inspector() {
  const selection = useEditor(state => state.selection)
  const [node, ...nodes] = selection.nodes
  const [edge, ...edges] = selection.edges
  const chart = useEditor(state => state.document.chart)
  if (nodes.length === 0 && node !== undefined) {
    const found = chart.nodes.find(each => each.id === node)
    // A node with its own ways out is still one node: findings lead to both.
    const alone = chart.edges.every(each => each.from === node || !selection.edges.includes(each.id))
    if (found && alone) return <NodeInspector key={node} node={found} />
  }
  if (node === undefined && edge !== undefined && edges.length === 0) {
    const found = chart.edges.find(each => each.id === edge)
    if (found) return <EdgeInspector key={edge} edge={found} />
  }
  if (node !== undefined || edge !== undefined) return <SeveralInspector selection={selection} />
  return <PolicyInspector />
}
