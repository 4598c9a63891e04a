'use client'

import { TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import type { Handbook } from '@/compiler/language/handbook'
import type { Scenario } from '@/compiler/language/policy'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import type { Names } from '@/compiler/words/decision-words'
import type { Seen } from '../../paper/policy-sheets'
import { DecisionTable } from '../decision-table'
import { CaseFilter } from './case-filter'
import { allColumns } from './columns'
import { CopyMenu } from './copy-menu'
import { possibleRows } from './possible-rows'
import { wordTables } from './table-rows'
import classes from './tables.module.css'
import { type Allows, showTables, type View } from './view'
import { ViewChips } from './view-chips'
import { ViewMenu } from './view-menu'

const NO_ROWS: ReadonlySet<ArtifactRow> = new Set()

export interface TierTablesProps {
  artifact: Artifact
  handbook: Pick<Handbook, 'actions' | 'tiers'>
  scenarios?: readonly Scenario[]
  view: View
  onView: (change: Partial<View>) => void
  /** Rows that stand out, and what they go through. */
  marked?: ReadonlySet<ArtifactRow>
  through?: { rows: ReadonlySet<ArtifactRow>; title: string } | null
  onHover?: (row: ArtifactRow | null) => void
  onPick?: (row: ArtifactRow) => void
  /** Before what the table offers: which tier it is. */
  before?: ReactNode
  /** Behind it: files to keep. */
  after?: (seen: Seen) => ReactNode
}

/** The tables of one tier, with everything that can be done with them. */
export function TierTables(props: TierTablesProps) {
  const { artifact, handbook, scenarios = [], view, onView, marked = NO_ROWS, through = null } = props
  const names = useMemo<Names>(
    () => ({ facts: artifact.facts, actions: handbook.actions, tiers: handbook.tiers }),
    [artifact, handbook],
  )
  const all = useMemo(() => wordTables(artifact, names), [artifact, names])
  // Typing goes on while thousands of rows are looked through.
  const wanted = useDeferredValue(view)
  const possible = useMemo(
    () => (Object.keys(wanted.facts).length > 0 ? possibleRows(artifact, wanted.facts) : null),
    [artifact, wanted.facts],
  )
  const only = wanted.through ? through?.rows : undefined
  const shown = useMemo(() => {
    const allows: Allows[] = []
    if (possible) allows.push((table, { row }) => possible.get(table)?.has(row) ?? false)
    if (only) allows.push((_, { row }) => only.has(row))
    return showTables(all, wanted, allows)
  }, [all, wanted, possible, only])

  const columns = useMemo(() => allColumns(all, names), [all, names])
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
  const rows = sum(all.map(table => table.rows.length))
  const found = sum(shown.map(table => table.found))

  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        {props.before}
        <span className={classes.count} role="status">
          {found < rows && `${found.toLocaleString('en-GB')} of `}
          {rows.toLocaleString('en-GB')} {rows === 1 ? 'row' : 'rows'}
          {all.length > 1 && ` in ${all.length} tables`}
        </span>
        <TextInput
          size="xs"
          aria-label="Filter rows"
          placeholder="Filter rows"
          leftSection={<IconFilter size={14} />}
          className={classes.filter}
          value={view.words}
          onChange={event => onView({ words: event.currentTarget.value })}
        />
        <CaseFilter artifact={artifact} scenarios={scenarios} view={view} onView={onView} />
        <ViewMenu columns={columns} view={view} onView={onView} />
        <CopyMenu shown={shown} columns={columns.filter(({ key }) => !view.hidden.includes(key))} />
        {props.after?.({ tier: artifact.tier, shown, names, view })}
      </div>
      <ViewChips
        columns={columns}
        names={names}
        artifact={artifact}
        through={through}
        view={view}
        onView={onView}
      />
      <DecisionTable
        key={artifact.tier}
        all={all}
        shown={shown}
        names={names}
        view={view}
        onView={onView}
        marked={marked}
        onHover={props.onHover}
        onPick={props.onPick}
      />
    </div>
  )
}
