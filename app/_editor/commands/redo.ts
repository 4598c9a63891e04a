import { defineCommand, readOnlyRefusal } from './command'

export const redo = defineCommand({
  id: 'redo',
  title: 'Redo',
  group: 'Edit',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  refuses: state =>
    readOnlyRefusal(state) ?? (state.redoStack.length === 0 ? 'There is nothing to redo.' : null),
  run: ({ store }) => store.getState().redo(),
})
