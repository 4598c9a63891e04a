import { remove } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'
import { nothingSelected } from './selected'

export const deleteSelection = defineCommand({
  id: 'delete',
  title: 'Delete',
  group: 'Edit',
  shortcuts: ['Delete', 'Backspace'],
  where: 'canvas',
  refuses: state => readOnlyRefusal(state) ?? nothingSelected(state),
  run({ store }) {
    const { selection, edit } = store.getState()
    edit('Delete', draft => remove(draft, selection.nodes, selection.edges))
  },
})
