import { defineCommand } from './command'
import { nothingSelected } from './selected'

export const zoomSelection = defineCommand({
  id: 'zoom-selection',
  title: 'Zoom to what is selected',
  group: 'View',
  shortcuts: ['2'],
  refuses: nothingSelected,
  run: ({ canvas }) => canvas.fitSelection(),
})
