import { defineCommand } from './command'

export const togglePanel = defineCommand({
  id: 'toggle-panel',
  title: 'Show or hide the panel at the right',
  group: 'View',
  shortcuts: [']'],
  refuses: () => null,
  run: ({ store }) => store.getState().toggle('panel'),
})
