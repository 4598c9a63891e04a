import { defineCommand } from './command'

export const openShortcuts = defineCommand({
  id: 'open-shortcuts',
  title: 'Keyboard shortcuts',
  group: 'View',
  shortcuts: ['?'],
  refuses: () => null,
  run: ({ store }) => store.getState().openDialog('shortcuts'),
})
