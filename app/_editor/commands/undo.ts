import { defineCommand, readOnlyRefusal } from './command'
import { stays } from './stays'

export const undo = defineCommand({
  id: 'undo',
  title: 'Undo',
  group: 'Edit',
  shortcuts: ['Mod+Z'],
  refuses: state =>
    readOnlyRefusal(state) ?? (state.undoStack.length === 0 ? 'There is nothing to undo.' : null),
  run: ({ store, tell }) => stays(store.getState().undo(), tell),
})
