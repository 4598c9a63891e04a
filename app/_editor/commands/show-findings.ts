import { defineCommand } from './command'

export const showFindings = defineCommand({
  id: 'show-findings',
  title: 'Findings',
  group: 'Go to',
  shortcuts: ['F'],
  refuses: () => null,
  run: ({ store }) => store.getState().showBottom('findings'),
})
