import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import { toGrid } from '../canvas/boxes'
import { VIEWS } from '../kinds'
import { defineCommand, readOnlyRefusal } from './command'
import { insertNode } from './insert-node'

/** The command that adds a node of a kind: behind what is selected, else in the middle of what is seen. */
export const adding = (kind: NodeKind) =>
  defineCommand({
    id: `add-${kind}`,
    title: `Add ${KINDS[kind].title.toLowerCase()}`,
    group: 'Add',
    shortcuts: [VIEWS[kind].letter],
    refuses: state => {
      const second = kind === 'start' && state.document.chart.nodes.some(node => node.kind === 'start')
      return readOnlyRefusal(state) ?? (second ? 'This chart has its start already.' : null)
    },
    run(context) {
      const { at } = context
      context.canvas.focus(insertNode(context, kind, at && { at: toGrid(at), behind: null }))
    },
  })
