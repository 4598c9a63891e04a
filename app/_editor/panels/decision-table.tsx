'use client'

import { Button } from '@mantine/core'
import { useCallback, useId, useMemo, useRef } from 'react'
import type { ArtifactRow } from '@/compiler/runtime/artifact'
import type { Names } from '@/compiler/words/decision-words'
import { reducedMotion } from '../canvas/use-controls'
import { columnsOf, leastWidth } from './tables/columns'
import classes from './tables/decision-table.module.css'
import { OneTable } from './tables/one-table'
import type { WordedTable } from './tables/table-rows'
import { EVERYTHING, type ShownTable, type View } from './tables/view'

export interface DecisionTableProps {
  /** All rows, and those of them that are shown. */
  all: readonly WordedTable[]
  shown: readonly ShownTable[]
  names: Names
  view: View
  onView: (change: Partial<View>) => void
  /** Rows that stand out. */
  marked: ReadonlySet<ArtifactRow>
  /** The row under the mouse or with the keyboard's focus. */
  onHover?: (row: ArtifactRow | null) => void
  /** Makes rows pressable. */
  onPick?: (row: ArtifactRow) => void
}

/** A tier's decision tables as a person reads them: a column a fact, cells in words, and what comes out. */
export function DecisionTable({ all, shown, names, view, onView, ...props }: DecisionTableProps) {
  const prefix = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(
    () =>
      new Map(
        all.map(table => [table.id, columnsOf(table, names).filter(({ key }) => !view.hidden.includes(key))]),
      ),
    [all, names, view.hidden],
  )
  const goTo = useCallback(
    (table: string) => {
      const heading = document.getElementById(`${prefix}${table}`)
      heading?.scrollIntoView({ block: 'start', behavior: reducedMotion() ? 'instant' : 'smooth' })
      heading?.focus({ preventScroll: true })
    },
    [prefix],
  )
  const some = shown.filter(({ found }) => found > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by the keyboard
    <section ref={scroller} className={classes.scroll} tabIndex={0} aria-label="Decision tables">
      <div
        className={classes.root}
        style={{ minWidth: Math.max(0, ...[...columns.values()].map(leastWidth)) }}
      >
        {some.map(table => (
          <OneTable
            key={table.id}
            table={table}
            columns={columns.get(table.id)!}
            all={all}
            view={view}
            onView={onView}
            headingId={`${prefix}${table.id}`}
            quiet={all.length === 1}
            main={table.id === all[0]?.id}
            goTo={goTo}
            scroller={scroller}
            {...props}
          />
        ))}
        {some.length === 0 && (
          <div className={classes.none} role="status">
            No row is like that.
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => onView({ ...EVERYTHING, hidden: view.hidden, group: view.group })}
            >
              Show all rows
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
