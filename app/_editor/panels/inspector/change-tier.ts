import { placeAgain } from '../../canvas/placing'
import type { CommandContext } from '../../commands/command'
import { place, settle } from '../../document/chart-edits'

/** Lets an escalation hand over to another tier; it, and what follows it, moves into that tier's band. */
export function changeTier({ store, canvas }: CommandContext, id: string, to: string) {
  const before = store.getState()
  before.step('Change tier', () => {
    before.edit('Change tier', draft => {
      const node = draft.chart.nodes.find(node => node.id === id)
      if (node?.kind === 'escalate') node.to = to
    })
    const boxes = canvas.boxes()
    const moved = placeAgain(before, store.getState(), boxes)
    if (moved.size === 0) return
    store.getState().edit('Change tier', draft => {
      settle(draft, boxes)
      place(draft, moved)
    })
  })
}
