import { defineCommand } from './command'

export const showCoverage = defineCommand({
  id: 'show-coverage',
  title: 'Show or hide how many scenarios take each line',
  group: 'View',
  shortcuts: ['Shift+K'],
  refuses: ({ document }) => (document.scenarios?.length ? null : 'There are no scenarios yet.'),
  run({ store }) {
    const { coverage, showCoverage } = store.getState()
    showCoverage(!coverage)
  },
})
