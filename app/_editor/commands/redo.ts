import { defineCommand, readOnlyRefusal } from './command'
import { stays } from './stays'

export const redo = defineCommand({
  id: 'redo',
  title: 'Redo',
  group: 'Edit',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  refuses: state =>
    readOnlyRefusal(state) ?? (state.redoStack.length === 0 ? 'There is nothing to redo.' : null),
  run: ({ store, tell }) => stays(store.getState().redo(), tell),
})
