'use client'

import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type RefObject, useMemo, useRef, useState } from 'react'
import type { ArtifactRow } from '@/compiler/runtime/artifact'
import { ColumnHead } from './column-head'
import { type Column, leastWidth, NUMBERS } from './columns'
import classes from './decision-table.module.css'
import { itemsOf } from './items'
import { TableRow } from './table-row'
import type { WordedTable } from './table-rows'
import { useRowKeys } from './use-row-keys'
import { useVirtualRows } from './use-virtual-rows'
import type { ShownTable, View } from './view'

export interface OneTableProps {
  table: ShownTable
  columns: readonly Column[]
  /** All tables, as they are without a view: for what a column can be filtered by. */
  all: readonly WordedTable[]
  view: View
  onView: (change: Partial<View>) => void
  marked: ReadonlySet<ArtifactRow>
  headingId: string
  /** The only table needs no heading. */
  quiet: boolean
  main: boolean
  goTo: (table: string) => void
  onHover?: (row: ArtifactRow | null) => void
  onPick?: (row: ArtifactRow) => void
  scroller: RefObject<HTMLElement | null>
}

/** One decision table: heads that stay, rows that are drawn as they come into sight. */
export function OneTable(props: OneTableProps) {
  const { table, columns, all, view, onView, marked, headingId, quiet, main, scroller } = props
  const { goTo, onHover, onPick } = props
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(() => itemsOf(table, closed), [table, closed])
  const body = useRef<HTMLTableSectionElement>(null)
  const { from, to, before, after, measure, scrollTo } = useVirtualRows(items, columns, scroller, body)
  const keys = useRowKeys(items, body, scrollTo)
  // Where it has been scrolled out of sight, Tab comes to the first row there is.
  const stop = keys.stop >= from && keys.stop < to ? keys.stop : from
  // What room there is to spare goes to the column with the longest texts.
  const wide = columns.find(({ key }) => key === ':say') ?? columns.at(-1)
  const toggle = (title: string) => {
    const next = new Set(closed)
    if (!next.delete(title)) next.add(title)
    setClosed(next)
  }
  const spacer = (height: number) =>
    height > 0 && (
      <tr aria-hidden className={classes.spacer}>
        <td colSpan={columns.length + 1} style={{ height }} />
      </tr>
    )

  return (
    <section aria-labelledby={headingId} className={classes.section}>
      <div id={headingId} tabIndex={-1} className={quiet ? classes.hidden : classes.heading}>
        {main ? 'Main table' : `Table ${table.id}`}
        <span>
          {table.rows.length} {table.rows.length === 1 ? 'row' : 'rows'}
          {table.found < table.rows.length && `, ${table.found} shown`}
        </span>
      </div>
      <table
        className={classes.table}
        style={{ minWidth: leastWidth(columns) }}
        aria-labelledby={headingId}
        aria-rowcount={table.rows.length + 1}
      >
        <colgroup>
          <col style={{ width: NUMBERS }} />
          {columns.map(column => (
            <col key={column.key} style={{ width: column === wide ? undefined : column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.id}>
              <span className={classes.hidden}>Row</span>
            </th>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                data-column={column.key.startsWith(':') ? column.key.slice(1) : undefined}
              >
                <ColumnHead column={column} tables={all} view={view} onView={onView} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={keys.onKeyDown}>
          {spacer(before)}
          {items.slice(from, to).map((item, i) =>
            item.is === 'group' ? (
              <tr key={`group ${item.title}`} ref={measure} data-index={from + i} className={classes.group}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <UnstyledButton
                    className={classes.groupName}
                    aria-expanded={!closed.has(item.title)}
                    onClick={() => toggle(item.title)}
                  >
                    {closed.has(item.title) ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
                    <b>{item.title}</b>
                    <span>
                      {item.count} {item.count === 1 ? 'row' : 'rows'}
                    </span>
                  </UnstyledButton>
                </th>
              </tr>
            ) : (
              <TableRow
                key={item.words.row.id}
                words={item.words}
                columns={columns}
                index={from + i}
                rowIndex={item.at + 2}
                lit={marked.has(item.words.row)}
                stop={from + i === stop}
                goTo={goTo}
                onHover={onHover}
                onPick={onPick}
                measure={measure}
              />
            ),
          )}
          {spacer(after)}
        </tbody>
      </table>
    </section>
  )
}
