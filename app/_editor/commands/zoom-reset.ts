import { defineCommand } from './command'

export const zoomReset = defineCommand({
  id: 'zoom-reset',
  title: 'Zoom to real size',
  group: 'View',
  shortcuts: ['0'],
  refuses: () => null,
  run: ({ canvas }) => canvas.zoomReset(),
})
