import { defineCommand } from './command'

export const showTables = defineCommand({
  id: 'show-tables',
  title: 'Tables',
  group: 'Go to',
  shortcuts: ['T'],
  refuses: () => null,
  run: ({ store }) => store.getState().showBottom('tables'),
})
