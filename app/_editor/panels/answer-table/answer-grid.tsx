// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight are drawn, each in its place, as table elements cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, one of them at a time
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import { useCommands } from '../../commands/commands-provider'
import { useEditorStore } from '../../document/store'
import classes from './answer-table.module.css'
import { CellEditor, type Leave } from './cell-editor'
import { CellForm } from './cell-form'
import { CellStatus } from './cell-status'
import { showCell } from './cells'
import { ColumnMenu } from './column-menu'
import { GridRow } from './grid-row'
import { type Option, optionsOf, stepsBefore } from './options'
import { at, rectOf, type Span } from './range'
import { RowMenu } from './row-menu'
import type { TableCommandContext } from './table-commands'
import { useGridKeys } from './use-grid-keys'
import { useGridMouse } from './use-grid-mouse'
import type { Sheet } from './use-sheet'
import type { Filter } from './view-rows'

export const ROW_HEIGHT = 32
const HEAD_HEIGHT = 34

interface AnswerGridProps {
  node: NodeOf<'question'>
  label: string
  sheet: Sheet
  span: Span
  setSpan: (span: Span) => void
  goTo: (key: string, column: number) => void
  commands: TableCommandContext
  onClose: () => void
  /** A step was made for an answer: one goes on in the table, and is not led to the step. */
  onMade: () => void
}

/** What is open at the cell that has the focus. */
type Mode = { is: 'text'; text: string } | { is: 'form' } | null

/** The answers as a spreadsheet: one tab stop, of which the arrow keys move the place. Only rows in sight are drawn. */
export function AnswerGrid({
  node,
  label,
  sheet,
  span,
  setSpan,
  goTo,
  commands,
  onClose,
  onMade,
}: AnswerGridProps) {
  const store = useEditorStore()
  const { tell } = useCommands().context
  const { rows, columns, context, marks, readOnly } = sheet
  const { edits } = commands
  const root = useRef<HTMLDivElement>(null)
  /** Whether the keyboard is in the grid: then it stays with the active cell, whatever becomes of the rows. */
  const inGrid = useRef(true)
  const [mode, setMode] = useState<Mode>(null)
  const [menu, setMenu] = useState<number | null>(null)
  const [rowMenu, setRowMenu] = useState<{ x: number; y: number } | null>(null)
  const statusId = useId()
  const rect = rectOf(span)
  const { active, end } = span
  const row = rows[active.row]
  const column = columns[active.column]
  const edge = row?.is === 'answer' || row?.is === 'otherwise' ? row.edge : undefined

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => root.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    scrollMargin: HEAD_HEIGHT,
    // Rows are there from the first moment on, so that the keyboard finds its cell.
    initialRect: { width: 900, height: 500 },
    overscan: 8,
    // The row that has the focus is always there: the keyboard would be lost with it.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range)
        const { row } = active
        return row < 0 || row >= range.count || shown.includes(row)
          ? shown
          : [...shown, row].sort((a, b) => a - b)
      },
      [active],
    ),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change may have taken the focus along
  useLayoutEffect(() => {
    if (mode || menu !== null || !inGrid.current) return
    const cell = root.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"][data-column="${active.column}"]`,
    )
    cell?.focus({ preventScroll: true })
    if (end === active) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active.row, active.column, mode, menu, rows])

  // While more is selected, its end is what somebody looks at.
  useLayoutEffect(() => {
    if (end === active || end.row < 0) return
    virtual.scrollToIndex(end.row, { align: 'auto' })
    root.current
      ?.querySelector(`[data-row="${end.row}"][data-column="${end.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, end, virtual])

  const select = (next: Span) => {
    setMode(null)
    setSpan(next)
  }

  /** Whether something can be typed in the cell; says why not. */
  const mayType = (): boolean => {
    if (!row || !column || readOnly) return false
    const why =
      column.is === 'fact' && row.is === 'otherwise'
        ? '“Otherwise” is for whatever no other answer covers: it has no conditions of its own.'
        : column.is === 'say' && !(edge && context.nodes.has(edge.to))
          ? 'Lead the answer to a step first: the words are that step’s.'
          : null
    if (why) tell(why)
    return why === null
  }
  const type = (text?: string) => {
    if (!row || !column) return
    if (row.is === 'missing' && text === undefined) {
      if (!readOnly) edits.addMissing(row)
    } else if (mayType()) setMode({ is: 'text', text: text ?? edits.textOf(row, column) })
  }
  const openForm = () => {
    if (!mayType() || !column) return
    if (column.is === 'fact' && column.fact && row?.is === 'answer') setMode({ is: 'form' })
    else type(column.is === 'to' ? '' : undefined)
  }

  const commit = (text: string, leave: Leave) => {
    inGrid.current = leave !== 'stay' || inGrid.current
    setMode(null)
    if (!row || !column) return
    const added = text === edits.textOf(row, column) ? undefined : edits.write(row, column, text)
    const { row: r, column: c } = active
    const step = leave === 'right' ? 1 : leave === 'left' ? -1 : 0
    const aside = Math.max(0, c + step)
    if (added !== undefined && leave !== 'down') goTo(added, Math.min(columns.length - 1, aside))
    else if (step !== 0)
      select(aside < columns.length ? at(r, aside) : at(Math.min(rows.length - 1, r + 1), 0))
    else if (leave === 'down') select(at(added !== undefined ? r : Math.min(rows.length - 1, r + 1), c))
    else if (leave === 'up') select(at(Math.max(0, r - 1), c))
  }
  const pick = (option: Option) => {
    setMode(null)
    inGrid.current = true
    if (!row || !option.kind) return
    edits.leadToNew(row, option.kind)
    onMade()
  }

  // The headings are drawn again when they have changed, not at each step through the rows.
  const { setFilters } = sheet
  const openMenu = useCallback(
    (opened: boolean, index: number) => {
      setMode(null)
      setSpan(at(-1, index))
      inGrid.current = true
      setMenu(opened ? index : null)
    },
    [setSpan],
  )
  const setFilter = useCallback(
    (filter: Filter | undefined, key: string) =>
      setFilters(({ [key]: _, ...others }) => (filter ? { ...others, [key]: filter } : others)),
    [setFilters],
  )

  const page = () =>
    Math.max(1, Math.floor(((root.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1)
  const onKeyDown = useGridKeys({
    span,
    setSpan: select,
    size: { rows: rows.length, columns: columns.length },
    page,
    type,
    openForm,
    close: onClose,
    commands,
    tell,
  })
  const mouse = useGridMouse({
    span,
    setSpan: next => {
      inGrid.current = true
      select(next)
    },
    columns: columns.length,
    type,
    onMenu: setRowMenu,
  })

  const editor = (): ReactNode => {
    if (!mode || !row || !column) return null
    const name = `${column.title}, ${row.is === 'answer' || row.is === 'otherwise' ? `answer ${row.number}` : 'new answer'}`
    if (mode.is === 'form' && column.is === 'fact' && column.fact && edge)
      return (
        <CellForm
          label={column.title}
          fact={column.fact}
          text={edge.when?.[column.id]}
          words={showCell(edge, column, context).words || 'anything'}
          onChange={text => edits.write(row, column, text ?? '', `cell:${edge.id}:${column.id}`)}
          onClose={() => {
            inGrid.current = true
            setMode(null)
          }}
        />
      )
    if (mode.is !== 'text') return null
    return (
      <CellEditor
        key={`${row.key} ${column.key}`}
        column={column}
        label={name}
        text={mode.text}
        context={context}
        options={optionsOf(column, context, () => stepsBefore(store.getState().document, node.id))}
        onCommit={commit}
        onPick={pick}
        onCancel={() => {
          inGrid.current = true
          setMode(null)
        }}
        onForm={
          column.is === 'fact' && column.fact && row.is === 'answer'
            ? () => setMode({ is: 'form' })
            : undefined
        }
      />
    )
  }

  const onClipboard = (event: React.ClipboardEvent, run: () => void) => {
    if (!event.currentTarget.contains(event.target as Node) || active.row < 0) return
    event.preventDefault()
    run()
  }
  const copy = (event: React.ClipboardEvent) => event.clipboardData.setData('text/plain', edits.copy())

  return (
    <>
      <div
        ref={root}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={readOnly || undefined}
        className={classes.grid}
        style={{ ['--facts' as string]: columns.length - 2 }}
        onKeyDown={onKeyDown}
        onFocus={event => {
          if (event.currentTarget.contains(event.target)) inGrid.current = true
        }}
        onBlur={event => {
          const to = event.relatedTarget
          if (to && !event.currentTarget.contains(to)) inGrid.current = false
        }}
        onCopy={event => onClipboard(event, () => copy(event))}
        onCut={event =>
          onClipboard(event, () => {
            copy(event)
            if (!readOnly) edits.clear('Cut cells')
          })
        }
        onPaste={event =>
          onClipboard(event, () => {
            if (!readOnly) edits.paste(event.clipboardData.getData('text/plain'))
          })
        }
        {...mouse}
      >
        <div role="row" aria-rowindex={1} className={classes.headings}>
          <div role="columnheader" aria-colindex={1} className={classes.corner}>
            <span className={classes.hidden}>Answer</span>
          </div>
          {columns.map((each, i) => (
            <ColumnMenu
              key={each.key}
              column={each}
              index={i}
              active={active.row < 0 && active.column === i}
              opened={menu === i}
              timeZone={context.timeZone}
              filter={sheet.filters[each.key]}
              sort={sheet.sort}
              onOpen={openMenu}
              onFilter={setFilter}
              onSort={sheet.setSort}
            />
          ))}
        </div>
        <div role="presentation" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const each = rows[index]
            if (!each) return null
            const chosen = rect.top <= index && index <= rect.bottom
            const here = active.row === index
            return (
              <GridRow
                key={key}
                row={each}
                index={index}
                context={context}
                marks={each.is === 'answer' || each.is === 'otherwise' ? marks.get(each.edge.id) : undefined}
                top={start - HEAD_HEIGHT}
                from={chosen ? rect.left : -1}
                to={chosen ? rect.right : -1}
                active={here ? active.column : -1}
                describedBy={statusId}
                editor={here ? editor() : null}
                readOnly={readOnly}
              />
            )
          })}
        </div>
      </div>
      <CellStatus id={statusId} row={row} column={column} context={context} />
      <RowMenu
        at={rowMenu}
        commands={commands}
        readOnly={readOnly}
        onClose={() => {
          setRowMenu(null)
          inGrid.current = true
        }}
      />
    </>
  )
}
