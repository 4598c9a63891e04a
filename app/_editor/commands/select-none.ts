import { defineCommand } from './command'
import { nothingSelected } from './selected'

export const selectNone = defineCommand({
  id: 'select-none',
  title: 'Select nothing',
  group: 'Edit',
  shortcuts: ['Escape'],
  where: 'canvas',
  refuses: nothingSelected,
  run: ({ store }) => store.getState().select({}),
})
