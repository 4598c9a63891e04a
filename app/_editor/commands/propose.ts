import { defineCommand } from './command'
import { refusesProposing } from './refuses-proposing'

export const propose = defineCommand({
  id: 'propose',
  title: 'Propose…',
  group: 'Policy',
  shortcuts: ['Mod+Shift+Enter'],
  refuses: refusesProposing,
  run: ({ store }) => store.getState().openDialog('propose'),
})
