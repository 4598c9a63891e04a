import { isNew } from '../first-steps/templates'
import { defineCommand, readOnlyRefusal } from './command'

export const takeTour = defineCommand({
  id: 'take-tour',
  title: 'Draw a first rule, step by step',
  group: 'Go to',
  shortcuts: ['Shift+I'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (isNew(state.document) ? null : 'The tour begins with an empty chart: make a new policy for it.'),
  run: ({ store }) => store.getState().setFirstSteps('tour'),
})
