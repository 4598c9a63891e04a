import { defineCommand } from './command'

export const zoomOut = defineCommand({
  id: 'zoom-out',
  title: 'Zoom out',
  group: 'View',
  shortcuts: ['-'],
  refuses: () => null,
  run: ({ canvas }) => canvas.zoomOut(),
})
