import { refusesSplice, splice } from '../document/splice'
import type { EditorState } from '../document/store'
import { defineCommand, readOnlyRefusal } from './command'
import { openWay } from './insert-node'

/** The lines that the step could go into. */
export const linesFor = ({ document }: EditorState, id: string) =>
  document.chart.edges.filter(edge => refusesSplice(document, id, edge.id) === null)

/** Puts a step into a line: the line leads to it, and it leads on. */
export const spliceInto = (state: EditorState, id: string, line: string) =>
  state.edit('Put in between', draft => splice(draft, id, line, openWay(state, id)))

export const putBetween = defineCommand({
  id: 'put-between',
  title: 'Put into a line…',
  group: 'Edit',
  shortcuts: ['Shift+B'],
  refuses(state) {
    const [id, other] = state.selection.nodes
    if (id === undefined || other !== undefined) return 'Select one step to put it into a line.'
    const free = linesFor(state, id).length > 0
    return readOnlyRefusal(state) ?? (free ? null : 'There is no line that this step could go into.')
  },
  run: ({ store }) => store.getState().openDialog('splice'),
})
