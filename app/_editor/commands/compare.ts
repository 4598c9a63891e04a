import { compareAddress } from '../../_compare/side'
import { defineCommand } from './command'

export const compare = defineCommand({
  id: 'compare',
  title: 'Compare with what is in force',
  group: 'Policy',
  shortcuts: ['Shift+V'],
  refuses: ({ inForce }) => (inForce === null ? 'Nothing is in force yet to compare the draft with.' : null),
  run({ store, leave }) {
    const { policyName, inForce } = store.getState()
    return leave(compareAddress(policyName, inForce!, 'draft'))
  },
})
