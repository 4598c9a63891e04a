import type { NodeOf } from '@/compiler/language/kinds'
import type { EditorState } from '../document/store'
import { defineCommand } from './command'

/** The question that is selected, or whose answer is. */
function question({ document, selection }: EditorState): NodeOf<'question'> | undefined {
  const edge = document.chart.edges.find(({ id }) => id === selection.edges[0])
  const id = selection.nodes[0] ?? edge?.from
  const node = document.chart.nodes.find(each => each.id === id)
  return node?.kind === 'question' && node.facts.some(fact => fact !== '') ? node : undefined
}

export const openTable = defineCommand({
  id: 'open-table',
  title: 'Answers as a table',
  group: 'Go to',
  shortcuts: ['Shift+Enter'],
  where: 'canvas',
  refuses: state => (question(state) ? null : 'Select a question first, one that has a fact to decide by.'),
  run({ store }) {
    const node = question(store.getState())
    if (node) store.getState().openTable(node.id)
  },
})
