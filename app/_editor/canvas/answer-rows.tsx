'use client'

import { IconPlus } from '@tabler/icons-react'
import { Handle, Position, useNodeId, useUpdateNodeInternals } from '@xyflow/react'
import { memo, useLayoutEffect } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import classes from './card.module.css'
import type { CardRow } from './card-rows'

/** The answers of a question, a row each, with the handle that its line begins at. */
export const AnswerRows = memo(function AnswerRows({ rows }: { rows: CardRow[] }) {
  const readOnly = useEditor(state => state.readOnly)
  const node = useNodeId()
  const measure = useUpdateNodeInternals()
  const handles = rows.map(row => row.handle).join(' ')

  // A row that takes another's place leaves the card as large as it was, and React Flow would not look again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handles are what has changed
  useLayoutEffect(() => {
    if (node !== null) measure(node)
  }, [node, measure, handles])

  return (
    <ul className={classes.rows}>
      {rows
        .filter(row => !readOnly || row.is === 'answer' || row.is === 'missing')
        .map(row => (
          <Row key={row.handle} row={row} />
        ))}
    </ul>
  )
})

function Row({ row: { handle, is, words, edge, marks, quiet } }: { row: CardRow }) {
  const store = useEditorStore()
  const selected = useEditor(state => edge !== undefined && state.selection.edges.includes(edge))
  const select = (event: React.MouseEvent) => {
    if (edge === undefined || event.shiftKey) return
    event.stopPropagation()
    store.getState().select({ edges: [edge] })
    store.getState().showPanel('inspector')
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard it is reached from the inspector's list of answers
    <li
      className={classes.row}
      data-is={is}
      data-edge={edge}
      data-quiet={quiet || undefined}
      data-selected={selected || undefined}
      data-severity={marks ? (marks.errors ? 'error' : 'warning') : undefined}
      title={marks?.messages.join('\n')}
      onClick={select}
    >
      {is === 'add' && <IconPlus size={13} stroke={1.8} aria-hidden />}
      <span className={classes.words}>{words}</span>
      <Handle id={handle} type="source" position={Position.Right} className={classes.answer} data-is={is} />
    </li>
  )
}
