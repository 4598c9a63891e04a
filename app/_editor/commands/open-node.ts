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
    const id = canvas.focused() ?? selection.nodes[0]
    if (id === undefined) return
    reveal({ nodes: [id] })
    enterPanel()
  },
})
