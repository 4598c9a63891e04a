import { defineCommand } from './command'

export const showScenarios = defineCommand({
  id: 'show-scenarios',
  title: 'Scenarios',
  group: 'Go to',
  shortcuts: ['Shift+S'],
  refuses: () => null,
  run: ({ store }) => store.getState().showBottom('scenarios'),
})
