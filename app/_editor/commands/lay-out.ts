import { layoutRequest } from '../canvas/layout'
import { place } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'

export const layOut = defineCommand({
  id: 'lay-out',
  title: 'Lay out afresh',
  group: 'Arrange',
  shortcuts: ['Shift+L'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (state.document.chart.nodes.length === 0 ? 'There is nothing to lay out yet.' : null),
  async run({ store, canvas, layout }) {
    const { document } = store.getState()
    const places = await layout(layoutRequest(store.getState(), canvas.boxes()))
    // What was drawn meanwhile was drawn for the old places.
    if (store.getState().document.chart !== document.chart) return
    store.getState().edit('Lay out afresh', draft => place(draft, places))
    canvas.fit()
  },
})
