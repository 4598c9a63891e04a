import { UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import type { ArtifactRow } from '@/compiler/runtime/artifact'
import classes from './decision-table.module.css'
import { TableLink } from './table-link'
import type { RowWords } from './table-rows'

interface TableRowProps {
  words: RowWords
  lit: boolean
  goTo: (table: string) => void
  onHover?: (row: ArtifactRow | null) => void
  onPick?: (row: ArtifactRow) => void
}

/** One row. The mouse may press it anywhere; the keyboard has its number as a button. */
export const TableRow = memo(function TableRow({ words, lit, goTo, onHover, onPick }: TableRowProps) {
  const { row, cells, steps, says, end } = words
  const number = row.id.replace(/^r(?=\d+$)/, '')
  return (
    <tr
      data-lit={lit || undefined}
      data-pressable={onPick ? true : undefined}
      onMouseEnter={onHover && (() => onHover(row))}
      onMouseLeave={onHover && (() => onHover(null))}
      onClick={onPick && (() => onPick(row))}
    >
      <th scope="row" className={classes.id}>
        {onPick ? (
          <UnstyledButton
            className={classes.number}
            aria-label={`Show row ${number} on the chart`}
            onClick={event => {
              event.stopPropagation()
              onPick(row)
            }}
          >
            {number}
          </UnstyledButton>
        ) : (
          number
        )}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <td key={index}>
          {cell ?? (
            <span className={classes.any} title="Anything">
              –
            </span>
          )}
        </td>
      ))}
      <td className={`${classes.first} ${classes.steps}`}>
        {steps.length === 0 ? <span className={classes.any}>–</span> : <Lines lines={steps} />}
      </td>
      <td className={classes.says}>
        {says.length === 0 ? (
          <span className={classes.any}>–</span>
        ) : (
          <Lines lines={says.map(say => `“${say}”`)} />
        )}
      </td>
      <td>
        {row.end.kind === 'continue' ? (
          <TableLink table={row.end.table} goTo={goTo} />
        ) : (
          <Lines lines={end} />
        )}
      </td>
    </tr>
  )
})

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
    <div key={index}>{line}</div>
  ))
}
