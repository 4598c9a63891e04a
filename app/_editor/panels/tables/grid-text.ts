import type { Column } from './columns'
import { textOf } from './table-rows'
import type { ShownTable } from './view'

/** Tables as lines of cells, the heads first. Several tables are told apart by a column of their own. */
export function gridOf(
  tables: readonly ShownTable[],
  columns: readonly Pick<Column, 'key' | 'title'>[],
): string[][] {
  const several = tables.length > 1
  const lines = [[...(several ? ['Table'] : []), 'Row', ...columns.map(({ title }) => title)]]
  for (const { id, groups } of tables)
    for (const row of groups.flatMap(group => group.rows))
      lines.push([...(several ? [id] : []), row.number, ...columns.map(({ key }) => textOf(row, key))])
  return lines
}

/** A cell that a spreadsheet would calculate is led by an apostrophe: titles and words come from people. */
const guard = (text: string) => (/^[=+\-@\t\r|%]/.test(text) ? `'${text}` : text)

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** RFC 4180. */
export const toCsv = (grid: readonly string[][]): string =>
  `${grid.map(line => line.map(cell => quoted(guard(cell))).join(',')).join('\r\n')}\r\n`

/** As spreadsheets take it from the clipboard: what has a break or a quotation mark in it is quoted. */
export const toTsv = (grid: readonly string[][]): string =>
  grid
    .map(line =>
      line
        .map(guard)
        .map(cell => (/["\t\r\n]/.test(cell) ? quoted(cell) : cell))
        .join('\t'),
    )
    .join('\n')

const inMarkdown = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/g, ' ').replaceAll('<', '&lt;')

/** A table as GitHub and most editors read it. */
export function toMarkdown([heads = [], ...lines]: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`
  return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...lines.map(line), ''].join('\n')
}
