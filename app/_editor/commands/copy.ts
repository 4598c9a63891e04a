import { defineCommand } from './command'
import { copySelection } from './copied'
import { noNodeSelected } from './selected'

export const copy = defineCommand({
  id: 'copy',
  title: 'Copy',
  group: 'Edit',
  shortcuts: ['Mod+C'],
  where: 'canvas',
  refuses: noNodeSelected,
  run: context => context.clipboard.write(JSON.stringify(copySelection(context))),
})
