import { findingHere, mend, refusesMending } from '../document/mend'
import { defineCommand, readOnlyRefusal } from './command'

export const mendFinding = defineCommand({
  id: 'mend-finding',
  title: 'Mend the finding',
  group: 'Edit',
  shortcuts: ['Mod+.'],
  inFields: true,
  refuses: state => readOnlyRefusal(state) ?? refusesMending(state, findingHere(state)),
  run({ store }) {
    const state = store.getState()
    const finding = findingHere(state)
    if (finding) mend(state, finding)
  },
})
