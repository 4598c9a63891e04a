import { defineCommand, readOnlyRefusal } from './command'
import { findingHere, mend, refusesMending } from './mend'

export const mendFinding = defineCommand({
  id: 'mend-finding',
  title: 'Mend the finding',
  group: 'Edit',
  shortcuts: ['Mod+.'],
  inFields: true,
  refuses: state => readOnlyRefusal(state) ?? refusesMending(state, findingHere(state)),
  run(context) {
    const finding = findingHere(context.store.getState())
    if (finding) mend(context, finding)
  },
})
