import { expect, it } from 'vitest'
import { tableAsCsv, tableAsMarkdown } from '@/compiler/cli/show-table'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { small } from '../small-policy'

/** A plain reader of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ',' || c === '\r') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (c === '\r' && text[++i] === '\n') rows.push([])
    } else cell += c
  }
  expect(rows.pop()).toEqual([])
  return rows
}

const saying = (words: string, title = 'Who', kind = 'gold'): Policy =>
  small({
    facts: {
      who: { type: 'string', title, source: 'record' },
      debt: { type: 'number', title, source: 'record' },
    },
    actions: { pay: { params: { why: { type: 'string' } }, grants: { T1: {} } } },
    nodes: [
      { id: 'q', kind: 'question', facts: ['who', 'debt'] },
      { id: 'a', kind: 'action', action: 'pay', with: { why: words } },
      { id: 'x', kind: 'close', result: 'resolved', say: words },
      { id: 'y', kind: 'close', result: 'resolved', say: 'No.' },
    ],
    edges: [
      ['start', 'q'],
      ['q', 'a', { who: JSON.stringify(kind), debt: '-5' }],
      ['q', 'y', 'otherwise'],
      ['a', 'x'],
    ],
  })

it('CSV is read back as it was, every row as long as the first', () => {
  const words = 'Say "hello", and\r\nthen\nwait; 100 %.'
  const rows = readCsv(tableAsCsv(compile(saying(words), 'T1')))
  expect(rows[0]).toEqual(['Table', 'Row', 'Who (who)', 'Who (debt)', 'Do', 'Say', 'End'])
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length)
  expect(rows.flat()).toContain(words)
  expect(rows.flat()).toContain('"gold"')
})

it('CSV has no cell that a spreadsheet would take for a formula, and leaves numbers as they are', () => {
  for (const words of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '＝1+1']) {
    const rows = readCsv(tableAsCsv(compile(saying(words, `${words} `), 'T1')))
    for (const cell of rows.flat())
      expect(cell, JSON.stringify(cell)).not.toMatch(/^[\s\p{Cc}]*[=+@＝＋－＠]/u)
    expect(rows.flat()).toContain(`'${words}`)
    expect(rows.flat()).toContain('-5')
    expect(rows.flat()).toContain('-')
  }
})

it('Markdown keeps its columns and is no markup, whatever the words are', () => {
  const words = 'a | b \\| c\n<b>*bold*</b> `code` [link](x) &amp; _under_ order_number'
  const text = tableAsMarkdown(compile(saying(words), 'T1'))
  const table = text.split('\n').filter(line => line.startsWith('|'))
  const columns = (line: string) => line.replace(/\\./g, '').split('|').length
  for (const line of table) expect(columns(line)).toBe(columns(table[0]!))
  expect(text).toContain(
    'a \\| b \\\\\\| c \\<b\\>\\*bold\\*\\</b\\> \\`code\\` \\[link\\](x) \\&amp; \\_under\\_ order_number',
  )
})
