'use client'

import { Button } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import type { Handbook } from '@/compiler/language/handbook'
import type { Artifact, ArtifactRow, ArtifactTable } from '@/compiler/runtime/artifact'
import classes from './tables/decision-table.module.css'
import { TableRow } from './tables/table-row'
import { filterRows, wordTable } from './tables/table-rows'
import { type Names, nameOfFact } from './words/decision-words'

export interface DecisionTableProps {
  artifact: Artifact
  /** Rows that a walk over one of these nodes leads to stand out. */
  highlightNodes?: string[]
  onHoverRow?: (row: ArtifactRow | null) => void
  /** Makes rows pressable. */
  onPickRow?: (row: ArtifactRow) => void
  /** For the titles of actions and tiers, which a published table does not carry. */
  handbook?: Pick<Handbook, 'actions' | 'tiers'>
  filter?: string
}

/** A tier's decision tables as a person reads them: a column a fact, cells in words, and what comes out. */
export function DecisionTable({ artifact, handbook, ...props }: DecisionTableProps) {
  const names = useMemo<Names>(
    () => ({ facts: artifact.facts, actions: handbook?.actions, tiers: handbook?.tiers }),
    [artifact, handbook],
  )
  const prefix = useId()
  const goTo = (table: string) => {
    const heading = document.getElementById(`${prefix}${table}`)
    heading?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <div className={classes.root}>
      {artifact.tables.map((table, index) => (
        <OneTable
          key={table.id}
          artifact={artifact}
          table={table}
          names={names}
          headingId={`${prefix}${table.id}`}
          quiet={artifact.tables.length === 1}
          main={index === 0}
          goTo={goTo}
          {...props}
        />
      ))}
    </div>
  )
}

/** So many rows at once are quick to draw and more than anybody reads. */
const PAGE = 150

interface OneTableProps extends Omit<DecisionTableProps, 'handbook'> {
  table: ArtifactTable
  names: Names
  headingId: string
  /** The only table needs no heading. */
  quiet: boolean
  main: boolean
  goTo: (table: string) => void
}

function OneTable({
  artifact,
  table,
  names,
  headingId,
  quiet,
  main,
  filter = '',
  goTo,
  ...props
}: OneTableProps) {
  const [shown, setShown] = useState(PAGE)
  const rows = useMemo(() => wordTable(artifact, table, names), [artifact, table, names])
  const found = useMemo(() => filterRows(rows, filter), [rows, filter])
  const { highlightNodes = [], onHoverRow, onPickRow } = props
  return (
    <section aria-labelledby={headingId}>
      <div id={headingId} tabIndex={-1} className={quiet ? classes.hidden : classes.heading}>
        {main ? 'Main table' : `Table ${table.id}`}
        <span>
          {table.rows.length} {table.rows.length === 1 ? 'row' : 'rows'}
          {found.length < rows.length && `, ${found.length} shown`}
        </span>
      </div>
      {/* Where no row can be picked, the keyboard scrolls by the table itself. */}
      <div
        className={classes.scroll}
        {...(!onPickRow && { tabIndex: 0, role: 'group', 'aria-labelledby': headingId })}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.id}>
                <span className={classes.hidden}>Row</span>
              </th>
              {table.columns.map(fact => (
                <th key={fact} scope="col">
                  {nameOfFact(fact, names)}
                </th>
              ))}
              <th scope="col" className={classes.first}>
                What to do
              </th>
              <th scope="col">What to say</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map(words => (
              <TableRow
                key={words.row.id}
                words={words}
                lit={words.row.from.some(node => highlightNodes.includes(node))}
                goTo={goTo}
                onHover={onHoverRow}
                onPick={onPickRow}
              />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p className={classes.none}>No row has these words.</p>}
      {found.length > shown && (
        <Button variant="subtle" size="compact-sm" m={6} onClick={() => setShown(shown + PAGE * 4)}>
          Show more of {found.length - shown} rows
        </Button>
      )}
    </section>
  )
}
