import { connect, newNodeId, titleOfKind } from '../../document/chart-edits'
import { handbookOf } from '../../document/handbook-of'
import { newNode } from '../../document/new-node'
import { pathTiers } from '../../document/path-tiers'
import type { EditorStore } from '../../document/store'
import type { Way } from '../../document/ways-out'
import type { Target } from './node-picker'

/** Room for a card and the lines beside it. */
const RIGHT = 300
const DOWN = 130

/** Leads a way out to a node, or to a new one beside it, in one undo step. Returns the edge's id. */
export function leadTo(store: EditorStore, from: string, way: Way, target: Target): string | undefined {
  const { edit, document } = store.getState()
  let id: string | undefined
  const title = 'kind' in target ? `Add ${titleOfKind(target.kind).toLowerCase()}` : 'Connect'
  edit(title, draft => {
    if ('node' in target) {
      id = connect(draft, from, way, target.node)
      return
    }
    const handbook = handbookOf(store.getState())
    const rank = pathTiers(document, handbook.tiers).get(from) ?? 0
    const node = newNode(target.kind, newNodeId(draft, target.kind), { document, handbook, rank })
    const source = draft.chart.nodes.find(each => each.id === from)?.position ?? { x: 0, y: 0 }
    const near = (y: number) =>
      draft.chart.nodes.some(
        each =>
          each.position &&
          Math.abs(each.position.x - source.x - RIGHT) < RIGHT * 0.8 &&
          Math.abs(each.position.y - y) < DOWN * 0.9,
      )
    let y = source.y
    while (near(y)) y += DOWN
    node.position = { x: source.x + RIGHT, y }
    draft.chart.nodes.push(node)
    id = connect(draft, from, way, node.id)
  })
  return id
}
