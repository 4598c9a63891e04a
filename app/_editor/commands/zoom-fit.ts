import { defineCommand } from './command'

export const zoomFit = defineCommand({
  id: 'zoom-fit',
  title: 'Show the whole chart',
  group: 'View',
  shortcuts: ['1'],
  refuses: () => null,
  run: ({ canvas }) => canvas.fit(),
})
