import { KINDS } from '@/compiler/language/kinds'
import { defineCommand, readOnlyRefusal } from './command'

export const connectTo = defineCommand({
  id: 'connect-to',
  title: 'Connect to…',
  group: 'Edit',
  shortcuts: ['Shift+C'],
  refuses(state) {
    const { nodes, edges } = state.selection
    const node = nodes.length === 1 ? state.document.chart.nodes.find(({ id }) => id === nodes[0]) : undefined
    const edge = nodes.length === 0 && edges.length === 1
    if (!node && !edge) return 'Select one node, or one line, to lead it somewhere.'
    if (node && KINDS[node.kind].waysOut === 'none') return 'Nothing leads out of this node.'
    return readOnlyRefusal(state)
  },
  run: ({ store }) => store.getState().openDialog('connect'),
})
