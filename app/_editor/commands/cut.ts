import { remove } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'
import { copySelection } from './copied'
import { noNodeSelected } from './selected'

export const cut = defineCommand({
  id: 'cut',
  title: 'Cut',
  group: 'Edit',
  shortcuts: ['Mod+X'],
  where: 'canvas',
  refuses: state => readOnlyRefusal(state) ?? noNodeSelected(state),
  run(context) {
    const { selection, edit } = context.store.getState()
    context.clipboard.write(JSON.stringify(copySelection(context)))
    edit('Cut', draft => remove(draft, selection.nodes, selection.edges))
  },
})
