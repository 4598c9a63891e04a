import { defineCommand, readOnlyRefusal } from './command'

export const editTitle = defineCommand({
  id: 'edit-title',
  title: 'Edit the title',
  group: 'Edit',
  shortcuts: ['F2'],
  where: 'canvas',
  refuses: readOnlyRefusal,
  run({ store, canvas, tell }) {
    const { selection, select, titleCard } = store.getState()
    const focused = canvas.focused()
    const id =
      focused?.is === 'node' ? focused.id : selection.nodes.length === 1 ? selection.nodes[0] : undefined
    if (id === undefined) return tell('Select one card to edit its title.')
    select({ nodes: [id] })
    titleCard(id)
  },
})
