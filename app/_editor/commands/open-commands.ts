import { defineCommand } from './command'

export const openCommands = defineCommand({
  id: 'open-commands',
  title: 'All commands',
  group: 'View',
  shortcuts: ['Mod+K'],
  inFields: true,
  refuses: () => null,
  run: ({ store }) => store.getState().openDialog('commands'),
})
