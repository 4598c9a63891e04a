// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight are drawn, each in its place, as table elements cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, one of them at a time
import { IconAlertCircle, IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { Marks } from '../../canvas/marks'
import classes from './answer-table.module.css'
import { type CellContext, cellProblem, OTHERWISE, showCell } from './cells'
import type { Column } from './columns'
import type { ViewRow } from './view-rows'

export interface GridRowProps {
  row: ViewRow
  index: number
  context: CellContext
  marks: Marks | undefined
  top: number
  /** The columns that are selected, from and to; -1 for none. */
  from: number
  to: number
  /** The column that has the focus; -1 for none. */
  active: number
  /** The id of what describes the cell that has the focus. */
  describedBy: string
  /** What stands in the cell that has the focus, in place of its words. */
  editor: ReactNode
  readOnly: boolean
}

const ids = (row: ViewRow) => (row.is === 'answer' || row.is === 'otherwise' ? row.edge : undefined)

/** A row of the table. The mouse is the grid's business: cells only say which they are. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, context, marks, top, from, to, active, describedBy, editor, readOnly } = props
  const { columns } = context
  return (
    <div
      role="row"
      // The first row is that of the headings.
      aria-rowindex={index + 2}
      className={classes.row}
      data-is={row.is}
      data-editing={editor !== null || undefined}
      data-severity={marks ? (marks.errors > 0 ? 'error' : 'warning') : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <RowHead row={row} marks={marks} index={index} />
      {columns.map((column, i) => {
        const shown = cellOf(row, column, context)
        const edge = ids(row)
        const wrong = edge && shown.as === 'unread' && cellProblem(edge, column, context) !== undefined
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={i + 2}
            aria-selected={from <= i && i <= to}
            aria-readonly={readOnly || (row.is === 'otherwise' && column.is === 'fact') || undefined}
            aria-invalid={wrong || undefined}
            aria-describedby={active === i ? describedBy : undefined}
            tabIndex={active === i ? 0 : -1}
            data-row={index}
            data-column={i}
            data-as={shown.as}
            data-quiet={shown.quiet || undefined}
            data-active={active === i || undefined}
            data-editing={(active === i && editor !== null) || undefined}
            className={classes.cell}
            title={shown.words.length > 18 ? shown.words : undefined}
          >
            {active === i && editor !== null ? editor : <span className={classes.words}>{shown.words}</span>}
          </div>
        )
      })}
    </div>
  )
})

function cellOf(row: ViewRow, column: Column, context: CellContext) {
  switch (row.is) {
    case 'blank':
      return { words: '', as: 'words', quiet: true }
    case 'missing': {
      if (column.is === 'to') return { words: 'no answer', as: 'words', quiet: false }
      const shown = showCell({ id: '', from: '', to: '', when: row.when }, column, context)
      const any = column.is === 'fact' && shown.words === ''
      return { ...shown, words: any ? 'anything' : shown.words, quiet: any }
    }
    case 'otherwise':
    case 'answer': {
      const shown = showCell(row.edge, column, context)
      if (column.is === 'to' && shown.words === '')
        return { words: 'nowhere yet', as: 'unread', quiet: false }
      const any = column.is === 'fact' && shown.words === ''
      return { ...shown, words: any ? 'anything' : shown.words, quiet: any || shown.words === OTHERWISE }
    }
  }
}

const SEVERITY = { error: IconAlertCircle, warning: IconAlertTriangle } as const

function RowHead({ row, marks, index }: { row: ViewRow; marks: Marks | undefined; index: number }) {
  const severity = marks ? (marks.errors > 0 ? 'error' : 'warning') : row.is === 'missing' ? 'error' : null
  const Icon = severity && SEVERITY[severity]
  const findings = marks ? marks.errors + marks.warnings : 0
  const name =
    row.is === 'blank'
      ? 'New answer'
      : row.is === 'missing'
        ? 'Missing answer'
        : `Answer ${row.number}${findings > 0 ? `, ${findings} ${findings === 1 ? 'finding' : 'findings'}` : ''}`
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={name}
      className={classes.rowhead}
      data-row={index}
      title={
        marks?.messages.join('\n') ?? (row.is === 'missing' ? 'No answer covers these cases' : undefined)
      }
    >
      {Icon ? <Icon size={13} stroke={2} className={classes[severity]} aria-hidden /> : null}
      {row.is === 'blank' && <IconPlus size={13} stroke={1.8} aria-hidden />}
      {row.is === 'answer' || row.is === 'otherwise' ? (
        <span>{row.number}</span>
      ) : (
        <span className={classes.hidden}>{name}</span>
      )}
    </div>
  )
}
