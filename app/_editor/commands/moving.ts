import { GRID } from '../canvas/sizes'
import { place, settle } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'
import { noNodeSelected } from './selected'

/** The command that moves the selected nodes one way: by one step of the grid, with Shift by five. */
export const moving = (way: 'left' | 'right' | 'up' | 'down', key: string, x: number, y: number) =>
  defineCommand({
    id: `move-${way}`,
    title: `Move ${way}`,
    group: 'Arrange',
    shortcuts: [key, `Shift+${key}`],
    where: 'canvas',
    keyboardOnly: true,
    refuses: state => readOnlyRefusal(state) ?? noNodeSelected(state),
    run({ store, canvas }, pressed) {
      const { selection, edit } = store.getState()
      const by = GRID * (pressed?.startsWith('Shift') ? 5 : 1)
      const boxes = canvas.boxes()
      const to = new Map(
        selection.nodes.flatMap(id => {
          const box = boxes.get(id)
          return box ? [[id, { x: box.x + x * by, y: box.y + y * by }] as const] : []
        }),
      )
      // Holding the key down is one move.
      edit(
        'Move',
        draft => {
          settle(draft, boxes)
          place(draft, to)
        },
        { merge: `move ${selection.nodes.join(' ')}` },
      )
    },
  })
