import { defineCommand } from './command'

export const selectAll = defineCommand({
  id: 'select-all',
  title: 'Select all',
  group: 'Edit',
  shortcuts: ['Mod+A'],
  where: 'canvas',
  refuses: () => null,
  run({ store }) {
    const { document, select } = store.getState()
    select({
      nodes: document.chart.nodes.map(node => node.id),
      edges: document.chart.edges.map(edge => edge.id),
    })
  },
})
