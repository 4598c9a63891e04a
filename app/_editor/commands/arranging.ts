import { aligned, distributed, type Line } from '../canvas/arrange'
import type { Bounds } from '../canvas/boxes'
import { type Point, place, settle } from '../document/chart-edits'
import type { EditorState } from '../document/store'
import { type CommandContext, defineCommand, readOnlyRefusal } from './command'

type Arrange = (boxes: ReadonlyMap<string, Bounds>) => ReadonlyMap<string, Point>

const fewer =
  (least: number, words: string) =>
  (state: EditorState): string | null =>
    readOnlyRefusal(state) ?? (state.selection.nodes.length < least ? words : null)

function arrange({ store, canvas }: CommandContext, title: string, how: Arrange) {
  const { selection, edit } = store.getState()
  const boxes = canvas.boxes()
  const chosen = new Map(
    selection.nodes.flatMap(id => {
      const box = boxes.get(id)
      return box ? [[id, box] as const] : []
    }),
  )
  edit(title, draft => {
    settle(draft, boxes)
    place(draft, how(chosen))
  })
}

/** The command that brings the selected cards in line. */
export const aligning = (line: Line, title: string, shortcut: string) =>
  defineCommand({
    id: `align-${line}`,
    title,
    group: 'Arrange',
    shortcuts: [shortcut],
    where: 'canvas',
    refuses: fewer(2, 'Select two cards or more to bring them in line.'),
    run: context => arrange(context, title, boxes => aligned(boxes, line)),
  })

/** The command that makes the spaces between the selected cards equal. */
export const distributing = (axis: 'x' | 'y', id: string, title: string, shortcut: string) =>
  defineCommand({
    id,
    title,
    group: 'Arrange',
    shortcuts: [shortcut],
    where: 'canvas',
    refuses: fewer(3, 'Select three cards or more to space them evenly.'),
    run: context => arrange(context, title, boxes => distributed(boxes, axis)),
  })
