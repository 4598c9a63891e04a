import { layoutRequest } from '../canvas/layout'
import { place } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'

export const tidy = defineCommand({
  id: 'tidy',
  title: 'Tidy',
  group: 'Arrange',
  shortcuts: ['L'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (state.document.chart.nodes.length === 0 ? 'There is nothing to tidy yet.' : null),
  async run({ store, canvas, layout }) {
    const { document } = store.getState()
    const places = await layout(layoutRequest(store.getState(), canvas.boxes()))
    // What was drawn meanwhile was drawn for the old places.
    if (store.getState().document.chart !== document.chart) return
    store.getState().edit('Tidy', draft => place(draft, places))
    canvas.fit()
  },
})
