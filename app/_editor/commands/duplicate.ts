import { defineCommand, readOnlyRefusal } from './command'
import { copySelection, pasteCopied } from './copied'
import { noNodeSelected } from './selected'

export const duplicate = defineCommand({
  id: 'duplicate',
  title: 'Duplicate',
  group: 'Edit',
  shortcuts: ['Mod+D'],
  where: 'canvas',
  refuses: state => readOnlyRefusal(state) ?? noNodeSelected(state),
  run: context => pasteCopied(context, copySelection(context), 'Duplicate'),
})
