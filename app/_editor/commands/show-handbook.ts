import { defineCommand } from './command'

export const showHandbook = defineCommand({
  id: 'show-handbook',
  title: 'Handbook',
  group: 'Go to',
  shortcuts: ['H'],
  refuses: () => null,
  run: ({ store }) => store.getState().showPanel('handbook'),
})
