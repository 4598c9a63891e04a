import type { Edge } from '@/compiler/language/policy'
import { readCondition } from '../condition/read-condition'
import { type CellContext, OTHERWISE } from './cells'
import type { Column } from './columns'

/** Texts for the cells of one answer. */
export interface RowTexts {
  /** The answer's id; null for a new one. */
  id: string | null
  cells: readonly { column: Column; text: string }[]
}

/** What is written to one answer; what is left out stays as it is. */
export interface RowEdit {
  id: string | null
  /** Undefined takes the fact out: it may be anything. */
  when: Record<string, string | undefined>
  to?: string
  say?: string
  otherwise?: true
}

export interface ReadRows {
  edits: RowEdit[]
  /** How many cells could not be read; they are kept as they are. */
  unread: number
}

const isOtherwise = (text: string) => text.trim().toLowerCase() === OTHERWISE

/** Reads what was typed, pasted or filled. What is not understood is kept as it is: its finding says where. */
export function readRows(rows: readonly RowTexts[], { names, timeZone }: CellContext): ReadRows {
  let unread = 0
  const edits = rows.map(({ id, cells }): RowEdit => {
    const edit: RowEdit = { id, when: {} }
    const facts = cells.filter(cell => cell.column.is === 'fact')
    const otherwise = facts.length > 0 && facts.every(cell => isOtherwise(cell.text))
    if (otherwise) edit.otherwise = true
    for (const { column, text } of cells) {
      if (column.is === 'say') edit.say = text
      else if (column.is === 'to') {
        const found = text.trim() === '' ? '' : names.idOf(text)
        edit.to = found ?? text.trim()
        if (found === undefined) unread++
      } else if (!otherwise) {
        const read = column.fact ? readCondition(text, column.fact, timeZone) : keep(text)
        edit.when[column.id] = read.text
        if (!read.ok) unread++
      }
    }
    return edit
  })
  return { edits, unread }
}

const keep = (text: string) => ({ ok: true, text: text.trim() === '' ? undefined : text.trim() })

/** Whether the edit would change anything of the answer. */
export const changes = (edge: Edge, edit: RowEdit): boolean =>
  (edit.to !== undefined && edit.to !== edge.to) ||
  edit.otherwise !== edge.otherwise ||
  Object.entries(edit.when).some(([id, text]) => edge.when?.[id] !== text)
