import { Button } from '@mantine/core'
import type { NodeOf } from '@/compiler/language/kinds'
import { useCommands } from '../../commands/commands-provider'
import { useEditor, useEditorStore } from '../../document/store'
import { edgesFrom } from '../../document/ways-out'
import classes from './inspector.module.css'
import { leadTo } from './lead-to'
import { NodePicker } from './node-picker'

interface WaysOutProps {
  node: NodeOf<'start' | 'trigger' | 'action' | 'escalate'>
  label?: string
  /** The node may also lead nowhere, which means this. */
  none?: string
}

/** Where a node with one way out leads. */
export function WaysOut({ node, label = 'Then', none }: WaysOutProps) {
  const store = useEditorStore()
  const { context } = useCommands()
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const edges = edgesFrom(document, node.id)
  const [edge] = edges
  const remove = (id: string) =>
    store.getState().edit('Disconnect', draft => {
      draft.chart.edges = draft.chart.edges.filter(each => each.id !== id)
    })
  return (
    <div>
      <NodePicker
        label={label}
        from={node.id}
        value={edge?.to}
        onPick={target => leadTo(context, node.id, { is: 'out', handle: 'out' }, target)}
      />
      {none && (
        <div className={classes.foot} style={{ marginTop: 4 }}>
          {edge ? null : <span className={classes.quiet}>{none}</span>}
          {edge && !readOnly && (
            <Button variant="subtle" size="compact-xs" onClick={() => remove(edge.id)}>
              Lead nowhere instead
            </Button>
          )}
        </div>
      )}
      {edges.length > 1 && (
        <div className={classes.problem}>
          It leads to {edges.length} places, and may lead to one. Take out the other lines on the chart.
        </div>
      )}
    </div>
  )
}
