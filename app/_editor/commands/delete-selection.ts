import { defineCommand, readOnlyRefusal } from './command'
import { nothingSelected } from './selected'
import { takeOutSelection } from './taking-out'

export const deleteSelection = defineCommand({
  id: 'delete',
  title: 'Delete',
  group: 'Edit',
  shortcuts: ['Delete', 'Backspace'],
  where: 'canvas',
  refuses: state => readOnlyRefusal(state) ?? nothingSelected(state),
  run({ store, canvas }) {
    const { document, selection } = store.getState()
    const focused = canvas.focused()
    takeOutSelection(store, 'Delete')
    // The keyboard stays where the chart went on, instead of beginning anew.
    const gone = new Set([...selection.nodes, ...selection.edges])
    if (!focused || !gone.has(focused.id)) return
    const before = document.chart.edges.find(edge => edge[focused.is === 'edge' ? 'id' : 'to'] === focused.id)
    if (before && !gone.has(before.from)) canvas.focus(before.from)
  },
})
