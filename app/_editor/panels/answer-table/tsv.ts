/**
 * Cells as spreadsheets put them on the clipboard: rows by line breaks, cells by tabs, and in quotes what has either
 * in it. Excel and Google Sheets leave alone a cell that merely begins with a quote, so that `"gold"` is itself.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (true) {
    const quoted = quotedCell(text, at)
    const end = quoted ? quoted.end : plainEnd(text, at)
    rows.at(-1)!.push(quoted ? quoted.cell : text.slice(at, end))
    if (end >= text.length) break
    at = end + 1
    if (text[end] === '\t') continue
    if (text[end] === '\r' && text[at] === '\n') at++
    rows.push([])
  }
  // Spreadsheets end the last row, too.
  const last = rows.at(-1)!
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** The text that reads back as these cells; a row has at least one. */
export function printTsv(rows: readonly (readonly string[])[]): string {
  const text = rows.map(row => row.map(printCell).join('\t')).join('\n')
  const last = rows.at(-1)
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? `${text}\n` : text
}

const BREAK = /[\t\r\n]/

function plainEnd(text: string, from: number): number {
  const length = text.slice(from).search(BREAK)
  return length < 0 ? text.length : from + length
}

/** A cell in quotes, which has a break or a quote within; its end is behind the closing one. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  if (text[from] !== '"') return null
  let at = from + 1
  for (;;) {
    at = text.indexOf('"', at)
    if (at < 0) return null
    if (text[at + 1] !== '"') break
    at += 2
  }
  const end = at + 1
  const inside = text.slice(from + 1, at)
  if ((end < text.length && !BREAK.test(text[end]!)) || !/[\t\r\n"]/.test(inside)) return null
  return { cell: inside.replaceAll('""', '"'), end }
}

/** A quote that a cell begins with and does not close would take the next cells in. */
const isLoose = (cell: string) => cell[0] === '"' && cell.slice(1).replaceAll('""', '').indexOf('"') < 0

const printCell = (cell: string) =>
  BREAK.test(cell) || isLoose(cell) || quotedCell(cell, 0) !== null ? `"${cell.replaceAll('"', '""')}"` : cell
