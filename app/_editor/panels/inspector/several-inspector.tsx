import { Button, UnstyledButton } from '@mantine/core'
import { IconStack2, IconTrash } from '@tabler/icons-react'
import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import { ArrangeBar } from '../../commands/arrange-bar'
import { useCommands } from '../../commands/commands-provider'
import { COMMANDS } from '../../commands/registry'
import { type Selection, useEditor, useEditorStore } from '../../document/store'
import { nodeTitle, viewOf } from '../../kinds'
import { useHandbook } from '../use-handbook'
import classes from './inspector.module.css'

/** With several selected: how many of what, each one click away, and what can be done with all of them. */
export function SeveralInspector({ selection }: { selection: Selection }) {
  const store = useEditorStore()
  const { run } = useCommands()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const all = useEditor(state => state.document.chart.nodes)
  const nodes = all.filter(node => selection.nodes.includes(node.id))
  const counts = new Map<NodeKind, number>()
  for (const node of nodes) counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1)
  const words = [...counts].map(([kind, n]) => `${n} ${KINDS[kind].title.toLowerCase()}${n === 1 ? '' : 's'}`)
  const lines = selection.edges.length
  if (lines > 0) words.push(`${lines} line${lines === 1 ? '' : 's'}`)
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.eyebrow}>
          <IconStack2 size={15} stroke={1.7} />
          <span>Selection</span>
        </div>
        <h2 className={classes.heading}>{words.join(', ')}</h2>
      </div>
      {nodes.length > 0 && (
        <div className={classes.box}>
          {nodes.slice(0, 40).map(node => {
            const Icon = viewOf(node).cardIcon(node as never, handbook)
            return (
              <UnstyledButton
                key={node.id}
                className={`${classes.row} ${classes.summary}`}
                onClick={() => store.getState().reveal({ nodes: [node.id] })}
              >
                <Icon size={14} stroke={1.7} />
                <span className={classes.words}>{nodeTitle(node, handbook)}</span>
              </UnstyledButton>
            )
          })}
          {nodes.length > 40 && <div className={classes.row}>and {nodes.length - 40} more</div>}
        </div>
      )}
      {!readOnly && nodes.length > 1 && <ArrangeBar />}
      {!readOnly && (
        <div className={classes.foot}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconTrash size={13} />}
            onClick={() => run(COMMANDS.deleteSelection)}
          >
            Delete
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => store.getState().select({})}>
            Select nothing
          </Button>
        </div>
      )}
    </div>
  )
}
