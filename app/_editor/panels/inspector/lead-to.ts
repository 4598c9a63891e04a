import type { CommandContext } from '../../commands/command'
import { insertNode } from '../../commands/insert-node'
import { connect, titleOfKind } from '../../document/chart-edits'
import { edgesFrom, type Way } from '../../document/ways-out'
import type { Target } from './node-picker'

/**
 * Leads a way out to a node, or to a new one beside it, in one undo step. What is being edited stays selected.
 * Returns the edge's id.
 */
export function leadTo(context: CommandContext, from: string, way: Way, target: Target): string | undefined {
  const { step, edit, select, selection } = context.store.getState()
  const title = 'kind' in target ? `Add ${titleOfKind(target.kind).toLowerCase()}` : 'Connect'
  let edge: string | undefined
  step(title, () => {
    if ('kind' in target) {
      const node = insertNode(context, target.kind, { behind: { node: from, way } })
      edge = edgesFrom(context.store.getState().document, from).find(each => each.to === node)?.id
    } else
      edit(title, draft => {
        edge = connect(draft, from, way, target.node)
      })
    select(selection)
  })
  return edge
}
