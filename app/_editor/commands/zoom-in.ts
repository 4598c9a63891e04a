import { defineCommand } from './command'

export const zoomIn = defineCommand({
  id: 'zoom-in',
  title: 'Zoom in',
  group: 'View',
  shortcuts: ['+', '='],
  refuses: () => null,
  run: ({ canvas }) => canvas.zoomIn(),
})
