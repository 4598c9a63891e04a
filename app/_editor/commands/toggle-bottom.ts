import { defineCommand } from './command'

export const toggleBottom = defineCommand({
  id: 'toggle-bottom',
  title: 'Show or hide the findings and tables',
  group: 'View',
  shortcuts: ['['],
  refuses: () => null,
  run: ({ store }) => store.getState().toggle('bottom'),
})
