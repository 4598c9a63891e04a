import { defineCommand } from './command'

export const tryCall = defineCommand({
  id: 'try-call',
  title: 'Try a call',
  group: 'Go to',
  shortcuts: ['Shift+T'],
  refuses: () => null,
  run({ store, enterPanel }) {
    store.getState().showPanel('try')
    enterPanel()
  },
})
