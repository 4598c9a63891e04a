import { memo, type Ref } from 'react'
import type { ArtifactRow } from '@/compiler/runtime/artifact'
import { type Column, emptyWords } from './columns'
import classes from './decision-table.module.css'
import { TableLink } from './table-link'
import type { RowWords } from './table-rows'

interface TableRowProps {
  words: RowWords
  columns: readonly Column[]
  /** Its place among what the table shows, from 0. */
  index: number
  /** Its place among all rows, for screen readers. */
  rowIndex: number
  lit: boolean
  /** Whether Tab comes to it; the arrow keys lead on from there. */
  stop: boolean
  goTo: (table: string) => void
  onHover?: (row: ArtifactRow | null) => void
  onPick?: (row: ArtifactRow) => void
  measure?: Ref<HTMLTableRowElement>
}

/** One row. The mouse may press it anywhere; the keyboard has its number as a button. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { words, columns, index, rowIndex, lit, stop, goTo, onHover, onPick, measure } = props
  const { row, number } = words
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={rowIndex}
      data-lit={lit || undefined}
      data-pressable={onPick ? true : undefined}
      onMouseEnter={onHover && (() => onHover(row))}
      onMouseLeave={onHover && (() => onHover(null))}
      onClick={onPick && (() => onPick(row))}
    >
      <th scope="row" className={classes.id}>
        <button
          type="button"
          className={classes.number}
          aria-label={onPick ? `Show row ${number} on the chart` : `Row ${number}`}
          tabIndex={stop ? 0 : -1}
          onFocus={onHover && (() => onHover(row))}
          onBlur={onHover && (() => onHover(null))}
          onClick={event => {
            event.stopPropagation()
            onPick?.(row)
          }}
        >
          {number}
        </button>
      </th>
      {columns.map(({ key }) => (
        <td key={key} data-column={key.startsWith(':') ? key.slice(1) : undefined}>
          <Cell words={words} column={key} goTo={goTo} />
        </td>
      ))}
    </tr>
  )
})

interface CellProps {
  words: RowWords
  column: string
  /** On paper there is nowhere to go. */
  goTo?: (table: string) => void
}

/** What one cell says. */
export function Cell({ words: { row, texts }, column, goTo }: CellProps) {
  if (goTo && column === ':then' && row.end.kind === 'continue')
    return <TableLink table={row.end.table} goTo={goTo} />
  const lines = texts.get(column)
  if (!lines)
    return (
      <span className={classes.any} title={emptyWords(column)}>
        –
      </span>
    )
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
    <div key={index}>{line}</div>
  ))
}
