import { defineCommand, readOnlyRefusal } from './command'
import { copySelection } from './copied'
import { noNodeSelected } from './selected'
import { takeOutSelection } from './taking-out'

export const cut = defineCommand({
  id: 'cut',
  title: 'Cut',
  group: 'Edit',
  shortcuts: ['Mod+X'],
  where: 'canvas',
  refuses: state => readOnlyRefusal(state) ?? noNodeSelected(state),
  run(context) {
    context.clipboard.write(JSON.stringify(copySelection(context)))
    takeOutSelection(context.store, 'Cut')
  },
})
