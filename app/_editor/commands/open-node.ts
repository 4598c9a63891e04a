import { defineCommand } from './command'

export const openNode = defineCommand({
  id: 'open-node',
  title: 'Open in the inspector',
  group: 'Go to',
  shortcuts: ['Enter'],
  where: 'canvas',
  keyboardOnly: true,
  refuses: () => null,
  run({ store, canvas, enterPanel }) {
    const { reveal, selection } = store.getState()
    const focused = canvas.focused()
    const node = focused?.is === 'node' ? focused.id : selection.nodes[0]
    const edge = focused?.is === 'edge' ? focused.id : selection.edges[0]
    if (focused?.is !== 'edge' && node !== undefined) reveal({ nodes: [node] })
    else if (edge !== undefined) reveal({ edges: [edge] })
    else return
    enterPanel()
  },
})
