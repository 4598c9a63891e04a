'use client'

import { Button } from '@mantine/core'
import { IconTable, IconX } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import { useCommands } from '../commands/commands-provider'
import { useEditor, useEditorStore } from '../document/store'
import { nodeTitle } from '../kinds'
import { AnswerGrid } from './answer-table/answer-grid'
import classes from './answer-table/answer-table.module.css'
import type { TableCommand, TableCommandContext } from './answer-table/table-commands'
import { TableTools } from './answer-table/table-tools'
import { useSheet } from './answer-table/use-sheet'
import { useSpan } from './answer-table/use-span'
import { useTableEdits } from './answer-table/use-table-edits'
import { canSplit, SplitDialog, type Splitting } from './split-dialog'

/** The question whose answers are shown as a table; it may have gone in the meantime. */
export const useTableQuestion = (): NodeOf<'question'> | undefined =>
  useEditor(({ table, document }) => {
    if (table === null) return undefined
    const node = document.chart.nodes.find(each => each.id === table)
    return node?.kind === 'question' ? node : undefined
  })

/** The answers of a question as a table, in the place of the chart. */
export function AnswerTable() {
  const node = useTableQuestion()
  return node ? <Sheet key={node.id} node={node} /> : null
}

function Sheet({ node }: { node: NodeOf<'question'> }) {
  const store = useEditorStore()
  const { context } = useCommands()
  const sheet = useSheet(node)
  const { rows, columns, edges, readOnly, sort, filters, handbook } = sheet
  const { span, setSpan, goTo } = useSpan(rows, columns.length)
  const edits = useTableEdits(node, sheet, span, goTo)
  const [splitting, setSplitting] = useState<Splitting | null>(null)
  const title = nodeTitle(node, handbook)
  const root = useRef<HTMLElement>(null)

  const commands: TableCommandContext = {
    edits,
    split() {
      const row = rows[span.active.row]
      const column = columns[span.active.column]
      if (row?.is !== 'answer' || column?.is !== 'fact' || !canSplit(row.edge, column.fact))
        return context.tell(
          'Go to the condition by which the answer is to be split: a range, or a list of values.',
        )
      setSplitting({ edge: row.edge, fact: column.id })
    },
  }

  // The buttons stay as they are while one walks through the table.
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  const run = useCallback((command: TableCommand) => command.run(latest.current), [])

  const close = () => {
    store.getState().openTable(null)
    requestAnimationFrame(() => context.canvas.focus(node.id))
  }
  const stayHere = useRevealedRow(node.id, key => goTo(key, span.active.column))

  /** A button that has done its work is gone, and the keyboard is not to go with it. */
  const backToCell = () =>
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus(),
    )

  const shown = rows.filter(row => row.is === 'answer' || row.is === 'otherwise').length
  const filtered = Object.keys(filters).length > 0
  return (
    <section ref={root} className={classes.root} aria-label={`Answers of “${title}”`}>
      <header className={classes.bar}>
        <IconTable size={16} stroke={1.7} aria-hidden />
        <h2>{title}</h2>
        <span className={classes.count} role="status">
          {filtered
            ? `${shown} of ${edges.length} answers`
            : edges.length === 1
              ? '1 answer'
              : `${edges.length} answers`}
          {node.hit === 'first' ? '; the first that holds counts' : ''}
        </span>
        {!readOnly && <TableTools run={run} />}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconX size={13} />}
          className={classes.back}
          onClick={close}
        >
          Back to the chart
        </Button>
      </header>
      {(sort || filtered) && (
        <div className={classes.view} role="status">
          <span>
            {filtered && 'Rows are filtered. '}
            {sort &&
              `Sorted by ${columns.find(each => each.key === sort.column)?.title}: this is how they are shown. ${
                node.hit === 'first'
                  ? 'The first answer that holds still counts in the answers’ own order, which the numbers tell.'
                  : 'Their own order, which the numbers tell, makes no difference to any case.'
              }`}
          </span>
          {sort && !readOnly && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                edits.keepOrder()
                backToCell()
              }}
            >
              Make it the answers’ own order
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              sheet.setSort(null)
              sheet.setFilters({})
              backToCell()
            }}
          >
            Show all as they are
          </Button>
        </div>
      )}
      <AnswerGrid
        node={node}
        label={`Answers of “${title}”`}
        sheet={sheet}
        span={span}
        setSpan={setSpan}
        goTo={goTo}
        commands={commands}
        onClose={close}
        onMade={stayHere}
      />
      <SplitDialog
        splitting={splitting}
        onClose={() => setSplitting(null)}
        onSplit={key => goTo(key, span.active.column)}
      />
    </section>
  )
}

/**
 * Being led to an answer of this question leads to its row; to anything else, back to the chart. Returns what makes one
 * stay, whatever one was led to last.
 */
function useRevealedRow(question: string, goTo: (key: string) => void) {
  const store = useEditorStore()
  const revealed = useEditor(state => state.revealed?.at)
  const first = useRef(revealed)
  const latest = useRef(goTo)
  useEffect(() => {
    latest.current = goTo
  })
  useEffect(() => {
    if (revealed === first.current) return
    first.current = revealed
    const { revealed: place, document, openTable } = store.getState()
    const own = document.chart.edges.filter(edge => edge.from === question && place?.edges?.includes(edge.id))
    const path = place?.path
    const atPath = path?.[1] === 'edges' ? document.chart.edges[Number(path[2])] : undefined
    const to = atPath?.from === question ? atPath : own[0]
    if (to) latest.current(to.id)
    else if (!place?.nodes?.includes(question)) openTable(null)
  }, [revealed, question, store])
  return () => {
    first.current = store.getState().revealed?.at
  }
}
