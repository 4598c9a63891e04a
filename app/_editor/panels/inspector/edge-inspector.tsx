import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowRight, IconTrash } from '@tabler/icons-react'
import type { Edge } from '@/compiler/language/policy'
import { whenWords } from '../../canvas/row-words'
import { useCommands } from '../../commands/commands-provider'
import { remove } from '../../document/chart-edits'
import { useEditor, useEditorStore } from '../../document/store'
import { nodeTitle } from '../../kinds'
import { useHandbook } from '../use-handbook'
import { AnswerEditor } from './answer-editor'
import classes from './inspector.module.css'
import { leadTo } from './lead-to'
import { NodeFindings } from './node-findings'
import { NodePicker } from './node-picker'

/** A line of the chart: out of a question it is an answer. */
export function EdgeInspector({ edge }: { edge: Edge }) {
  const store = useEditorStore()
  const { context } = useCommands()
  const readOnly = useEditor(state => state.readOnly)
  const source = useEditor(state => state.document.chart.nodes.find(node => node.id === edge.from))
  const target = useEditor(state => state.document.chart.nodes.find(node => node.id === edge.to))
  const timeZone = useEditor(state => state.document.timeZone)
  const handbook = useHandbook()
  const question = source?.kind === 'question' ? source : null
  const words = edge.otherwise
    ? 'otherwise'
    : question
      ? whenWords(edge.when ?? {}, question, handbook, timeZone)
      : ''
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.eyebrow}>
          <IconArrowRight size={15} stroke={1.7} />
          <span>{question ? 'Answer' : 'Line'}</span>
          {!readOnly && (
            <Tooltip label="Delete">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                className={classes.tool}
                aria-label="Delete this line"
                onClick={() => store.getState().edit('Delete line', draft => remove(draft, [], [edge.id]))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <h2 className={classes.heading}>
          {question
            ? words
            : `${source ? nodeTitle(source, handbook) : edge.from} → ${target ? nodeTitle(target, handbook) : edge.to}`}
        </h2>
      </div>
      <NodeFindings edge={edge.id} />
      {source && (
        <div className={classes.foot}>
          <span className={classes.quiet}>Leads out of “{nodeTitle(source, handbook)}”</span>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => store.getState().reveal({ nodes: [source.id] })}
          >
            Show it
          </Button>
        </div>
      )}
      {question ? (
        <AnswerEditor node={question} edge={edge} />
      ) : (
        <NodePicker
          label="Leads to"
          from={edge.from}
          value={edge.to}
          onPick={to => leadTo(context, edge.from, { is: 'answer', handle: edge.id, edge }, to)}
        />
      )}
      {!question && (edge.when || edge.otherwise) && (
        <div className={classes.problem}>
          Only the answers of a question have conditions.{' '}
          {!readOnly && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() =>
                store.getState().edit('Take out the condition', draft => {
                  const found = draft.chart.edges.find(each => each.id === edge.id)
                  delete found?.when
                  delete found?.otherwise
                })
              }
            >
              Take it out
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
