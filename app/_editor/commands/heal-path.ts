import { heal, healable } from '../document/healing'
import { defineCommand, readOnlyRefusal } from './command'

export const healPath = defineCommand({
  id: 'heal-path',
  title: 'Heal the path',
  group: 'Edit',
  shortcuts: ['J'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (healable(state)
      ? null
      : 'No path has just been cut: this leads on what led to a step that was deleted.'),
  run({ store, canvas }) {
    const { broken, edit, select, openDialog } = store.getState()
    const [target, other] = broken?.targets ?? []
    if (!broken || target === undefined) return
    if (other !== undefined) return openDialog('heal')
    edit('Heal the path', draft => heal(draft, broken, target))
    select({ nodes: [target] })
    canvas.focus(target)
  },
})
