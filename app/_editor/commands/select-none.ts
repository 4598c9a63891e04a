import { defineCommand } from './command'
import { nothingSelected } from './selected'

export const selectNone = defineCommand({
  id: 'select-none',
  title: 'Select nothing',
  group: 'Edit',
  shortcuts: ['Escape'],
  where: 'canvas',
  refuses: state => (state.walk ? null : nothingSelected(state)),
  run({ store }) {
    const { walk, showWalk, select } = store.getState()
    if (walk) showWalk(null)
    else select({})
  },
})
