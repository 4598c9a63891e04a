import { defineCommand } from './command'

export const findStep = defineCommand({
  id: 'find-step',
  title: 'Find a step…',
  group: 'Go to',
  shortcuts: ['/'],
  refuses: state => (state.document.chart.nodes.length === 0 ? 'There is no step yet.' : null),
  run: ({ store }) => store.getState().openDialog('find'),
})
