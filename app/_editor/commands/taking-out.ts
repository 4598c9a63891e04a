import { remove } from '../document/chart-edits'
import { healingOf } from '../document/healing'
import type { EditorStore } from '../document/store'

/** Takes out what is selected, as one undo step; the path that it cuts can be healed after that, which is offered. */
export function takeOutSelection(store: EditorStore, title: string): void {
  const { document, selection, edit } = store.getState()
  edit(title, draft => remove(draft, selection.nodes, selection.edges))
  const after = store.getState()
  after.setBroken(healingOf(document, after.document, selection.edges))
}
