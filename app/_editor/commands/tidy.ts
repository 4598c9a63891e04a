import { layoutRequest, tidyChart } from '../canvas/layout'
import { inOrder } from '../canvas/tidied'
import { type Point, place } from '../document/chart-edits'
import { defineCommand, readOnlyRefusal } from './command'

const said = (moved: number, all: number) => {
  const cards = moved === 1 ? 'One card has moved' : `${moved} cards have moved`
  return `${cards}; ${all === moved ? 'none was in order.' : 'the others are where you put them.'}`
}

/** Puts in order what is not: cards that are in order with each other stay where somebody put them. */
export const tidy = defineCommand({
  id: 'tidy',
  title: 'Tidy',
  group: 'Arrange',
  shortcuts: ['L'],
  refuses: state =>
    readOnlyRefusal(state) ??
    (state.document.chart.nodes.length === 0 ? 'There is nothing to tidy yet.' : null),
  async run({ store, canvas, layout, tell }) {
    const { document } = store.getState()
    const boxes = canvas.boxes()
    const request = layoutRequest(store.getState(), boxes)
    const at = new Map(
      document.chart.nodes.flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
    )
    if (inOrder(request, at)) return tell('Everything is in order already. Shift+L lays it all out afresh.')
    const places = tidyChart(request, at, await layout(request))
    // What was drawn meanwhile was drawn for the old places.
    if (store.getState().document.chart !== document.chart) return
    const moved = [...places].filter(([id, point]) => !standsAt(at.get(id) ?? boxes.get(id), point))
    store.getState().edit('Tidy', draft => place(draft, places))
    tell(said(moved.length, places.size))
  },
})

const standsAt = (at: Point | undefined, { x, y }: Point) => at?.x === x && at.y === y
