import { defineCommand } from './command'

export const whyNot = defineCommand({
  id: 'why-not',
  title: 'Why does the call not come here?',
  group: 'Go to',
  shortcuts: ['Shift+W'],
  where: 'canvas',
  refuses: ({ selection: { nodes, edges }, document }) => {
    if (nodes.length !== 1 || edges.length > 0) return 'Select the step first that you would have expected.'
    const node = document.chart.nodes.find(({ id }) => id === nodes[0])
    return node?.kind === 'note' ? 'No call comes to a note.' : null
  },
  run({ store, enterPanel }) {
    const { selection, setWish, showPanel } = store.getState()
    setWish(selection.nodes[0]!)
    showPanel('try')
    enterPanel()
  },
})
