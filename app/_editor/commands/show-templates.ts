import { isNew } from '../first-steps/templates'
import { defineCommand, readOnlyRefusal } from './command'

export const showTemplates = defineCommand({
  id: 'show-templates',
  title: 'Begin with a template',
  group: 'Policy',
  shortcuts: ['Shift+G'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (isNew(state.document)
      ? null
      : 'A template would take the place of what is there: make a new policy for it.'),
  run: ({ store }) => store.getState().setFirstSteps('gallery'),
})
