import { defineCommand } from './command'
import { refusesPublishing } from './refuses-publishing'

export const publish = defineCommand({
  id: 'publish',
  title: 'Publish…',
  group: 'Policy',
  shortcuts: ['Mod+Shift+Enter'],
  refuses: refusesPublishing,
  run: ({ store }) => store.getState().openDialog('publish'),
})
