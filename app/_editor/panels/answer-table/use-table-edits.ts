import type { NodeKind, NodeOf } from '@/compiler/language/kinds'
import { useCommands } from '../../commands/commands-provider'
import { useEditorStore } from '../../document/store'
import { leadTo } from '../inspector/lead-to'
import { spellCell } from './cells'
import type { Column } from './columns'
import { pasteRows } from './paste-rows'
import { type Rect, rectOf, type Span, sizeOf } from './range'
import { type RowTexts, readRows } from './read-rows'
import { parseTsv, printTsv } from './tsv'
import type { Sheet } from './use-sheet'
import type { ViewRow } from './view-rows'
import { duplicateRows, orderRows, removeRows, type Written, writeRows } from './write-rows'

const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
const answers = (n: number) => (n === 1 ? 'answer' : `${n} answers`)

type Answer = Extract<ViewRow, { is: 'answer' }>

/** What can be done with the table's cells and rows. Each is one undo step. */
export function useTableEdits(
  node: NodeOf<'question'>,
  sheet: Sheet,
  span: Span,
  goTo: (key: string, column: number) => void,
) {
  const store = useEditorStore()
  const { context: commands } = useCommands()
  const { rows, columns, context } = sheet
  const tell = commands.tell

  const slice = ({ top, bottom }: Rect) => rows.slice(Math.max(0, top), bottom + 1)
  const chosen = () => slice(rectOf(span)).filter((row): row is Answer => row.is === 'answer')

  /** What stands in a cell, as it is copied. */
  const textOf = (row: ViewRow, of: Column): string => {
    if (row.is === 'blank') return ''
    if (row.is !== 'missing') return spellCell(row.edge, of, context)
    return spellCell({ id: '', from: node.id, to: '', when: row.when }, of, context)
  }

  const write = (
    title: string,
    texts: readonly RowTexts[],
    options: { behind?: string; merge?: string } = {},
  ) => {
    const { edits, unread } = readRows(texts, context)
    let written: Written = { added: [], unsaid: [] }
    store.getState().edit(
      title,
      draft => {
        written = writeRows(draft, node.id, edits, options.behind)
      },
      { merge: options.merge },
    )
    if (written.unsaid.length > 0)
      tell(
        `Words belong to the step that an answer leads to, and it has one set of them. Left out: ${written.unsaid
          .slice(0, 3)
          .map(text => `“${text}”`)
          .join(', ')}${written.unsaid.length > 3 ? ` and ${written.unsaid.length - 3} more` : ''}.`,
      )
    return { ...written, unread }
  }

  /** The texts that make an answer of the row of what is missing, or of the empty one. */
  const startOf = (row: ViewRow): RowTexts['cells'] =>
    row.is === 'missing'
      ? columns.filter(each => each.is === 'fact').map(each => ({ column: each, text: textOf(row, each) }))
      : []

  return {
    textOf,

    /** Writes one cell; in the empty row, a new answer, of which the id is returned. */
    write(row: ViewRow, of: Column, text: string, merge?: string): string | undefined {
      const made = row.is === 'blank' || row.is === 'missing'
      if (row.is === 'blank' && text.trim() === '') return undefined
      const cells = [...startOf(row).filter(cell => cell.column !== of), { column: of, text }]
      const id = made ? null : row.edge.id
      return write(made ? 'Add answer' : 'Change answer', [{ id, cells }], { merge }).added[0]
    },

    /** Makes an answer of what is missing; where it leads is what is left to say. */
    addMissing(row: ViewRow) {
      const { added } = write('Add the missing answer', [{ id: null, cells: startOf(row) }])
      if (added[0]) goTo(added[0], columns.length - 2)
      return added[0]
    },

    /** Leads an answer to a new step. */
    leadToNew(row: ViewRow, kind: NodeKind) {
      const { step } = store.getState()
      step('Lead to a new step', () => {
        const id = row.is === 'answer' || row.is === 'otherwise' ? row.edge.id : this.addMissing(row)
        const edge = store.getState().document.chart.edges.find(each => each.id === id)
        if (edge) leadTo(commands, node.id, { is: 'answer', handle: edge.id, edge }, { kind })
      })
    },

    copy: (): string => {
      const rect = rectOf(span)
      const within = columns.slice(rect.left, rect.right + 1)
      return printTsv(slice(rect).map(row => within.map(each => textOf(row, each))))
    },

    paste(text: string) {
      const cells = parseTsv(text)
      const rect = rectOf(span)
      const pasted = pasteRows(cells, { ...rect, top: Math.max(0, rect.top) }, rows, context)
      const [width] = [Math.max(...cells.map(row => row.length))]
      const title = cells.length * width === 1 ? 'Paste' : `Paste ${cells.length} × ${width} cells`
      const { added, unread } = write(title, pasted.rows)
      if (pasted.rows[0]?.id === null && added[0]) goTo(added[0], rect.left)
      const said = [
        added.length > 0 && `${many(added.length, 'new answer')}.`,
        unread > 0 &&
          `${many(unread, 'cell')} could not be read; ${unread === 1 ? 'it is' : 'they are'} kept as pasted and marked.`,
        pasted.beside > 0 &&
          `${many(pasted.beside, 'cell')} had no column and ${pasted.beside === 1 ? 'was' : 'were'} left out.`,
      ].filter(Boolean)
      if (said.length > 0) tell(`Pasted: ${said.join(' ')}`)
    },

    clear(title = 'Clear cells') {
      const rect = rectOf(span)
      const within = columns.slice(rect.left, rect.right + 1)
      const texts = slice(rect).flatMap((row): RowTexts[] => {
        if (row.is !== 'answer' && row.is !== 'otherwise') return []
        const cells = within
          .filter(each => row.is === 'answer' || each.is !== 'fact')
          .map(each => ({ column: each, text: '' }))
        return [{ id: row.edge.id, cells }]
      })
      write(title, texts)
    },

    /** The upper row of what is selected into the rows below it; a row alone takes from the one above. */
    fillDown() {
      const rect = rectOf(span)
      const { rows: height } = sizeOf(rect)
      const from = height > 1 ? rect.top : rect.top - 1
      const source = rows[from]
      if (!source || source.is === 'blank') return tell('There is nothing above to fill down.')
      const within = columns.slice(rect.left, rect.right + 1)
      const texts = rows.slice(from + 1, rect.bottom + 1).flatMap((row): RowTexts[] => {
        if (row.is === 'missing' || row.is === 'blank') return []
        const cells = within
          .filter(each => each.is !== 'fact' || (row.is === 'answer' && source.is !== 'otherwise'))
          .map(each => ({ column: each, text: textOf(source, each) }))
        return [{ id: row.edge.id, cells }]
      })
      write('Fill down', texts)
    },

    /** A new answer below the selected ones. */
    insert() {
      const behind = chosen().at(-1)?.edge.id
      const { added } = write('Add answer', [{ id: null, cells: [] }], { behind })
      if (added[0]) goTo(added[0], span.active.column)
    },

    duplicate() {
      const ids = new Set(chosen().map(row => row.edge.id))
      if (ids.size === 0) return tell('Select an answer to copy.')
      let made: string[] = []
      store.getState().edit(`Duplicate ${answers(ids.size)}`, draft => {
        made = duplicateRows(draft, ids)
      })
      if (made[0]) goTo(made[0], span.active.column)
    },

    remove() {
      const ids = new Set(
        slice(rectOf(span)).flatMap(row =>
          row.is === 'answer' || row.is === 'otherwise' ? [row.edge.id] : [],
        ),
      )
      if (ids.size === 0) return tell('Select an answer to delete.')
      store.getState().edit(`Delete ${answers(ids.size)}`, draft => removeRows(draft, ids))
    },

    /** Moves the selected answers past the one before or behind them. */
    move(by: 1 | -1) {
      const filtered = Object.keys(sheet.filters).length > 0
      if (sheet.sort || filtered)
        return tell(
          `Take the ${sheet.sort ? 'sorting' : 'filter'} away first: answers are moved in their own order.`,
        )
      const block = chosen()
      const edge = by === 1 ? block.at(-1) : block[0]
      const other = edge && rows[rows.indexOf(edge) + by]
      if (!edge || other?.is !== 'answer') return
      const ids = block.map(row => row.edge.id)
      const order = by === 1 ? [other.edge.id, ...ids] : [...ids, other.edge.id]
      store.getState().edit(`Move ${answers(ids.length)}`, draft => orderRows(draft, order))
    },

    /** Makes the order in which the rows are shown that of the answers. */
    keepOrder() {
      const ids = rows.flatMap(row => (row.is === 'answer' ? [row.edge.id] : []))
      store.getState().edit('Reorder answers', draft => orderRows(draft, ids))
      sheet.setSort(null)
    },
  }
}

export type TableEdits = ReturnType<typeof useTableEdits>
