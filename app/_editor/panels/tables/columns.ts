import { type Names, nameOfFact } from '@/compiler/words/decision-words'
import type { WordedTable } from './table-rows'

/** The columns of what comes out, behind those of the facts. No fact may have such an id. */
export const OUTCOMES = {
  ':do': 'What to do',
  ':say': 'What to say',
  ':then': 'Then',
} as const

export type Outcome = keyof typeof OUTCOMES

export interface Column {
  /** The id of its fact, or an `Outcome`. */
  key: string
  title: string
  /** In pixels: enough for its longest word, and for most cells in a few lines. */
  width: number
}

/** What a cell without words means: a fact that does not matter, or nothing to do or say. */
export const emptyWords = (column: string) => (isOutcome(column) ? 'nothing' : 'anything')

const isOutcome = (key: string): key is Outcome => Object.hasOwn(OUTCOMES, key)

/** In pixels of the table's type, on average. */
const LETTER = 6.6
const PADDING = 22
/** The sign behind a head that more can be done with the column. */
const SIGN = 16

const BOUNDS = {
  fact: { least: 74, most: 210, lines: 3 },
  ':do': { least: 150, most: 250, lines: 2 },
  ':say': { least: 150, most: 440, lines: 3 },
  ':then': { least: 130, most: 230, lines: 2 },
} as const satisfies Record<Outcome | 'fact', unknown>

const longestWord = (text: string) => Math.max(0, ...text.split(/[\s-]/).map(word => word.length))

function widthOf(key: string, title: string, texts: readonly string[]): number {
  const { least, most, lines } = BOUNDS[isOutcome(key) ? key : 'fact']
  const common = texts.map(text => text.length).sort((a, b) => a - b)[Math.floor(texts.length * 0.85)] ?? 0
  const cells = Math.max(common <= 14 ? common : common / lines, ...texts.map(longestWord))
  const head = Math.max(title.length / 3, longestWord(title)) + SIGN / LETTER
  return Math.round(Math.min(most, Math.max(least, PADDING + LETTER * Math.max(cells, head))))
}

/** The columns of a table, each as wide as its words want it. */
export function columnsOf(table: WordedTable, names: Names): Column[] {
  return [...table.columns, ...(Object.keys(OUTCOMES) as Outcome[])].map(key => {
    const title = isOutcome(key) ? OUTCOMES[key] : nameOfFact(key, names)
    const texts = [...new Set(table.rows.flatMap(row => row.texts.get(key) ?? []))]
    return { key, title, width: widthOf(key, title, texts) }
  })
}

/** The width of the column of row numbers; the style sheet pins the column after it there. */
export const NUMBERS = 52

/** How wide a table of these columns is where there is no more room. */
export const leastWidth = (columns: readonly Column[]) =>
  columns.reduce((sum, column) => sum + column.width, NUMBERS)

/** The columns of several tables, each once: the facts in the order in which they come up, then what comes out. */
export function allColumns(tables: readonly WordedTable[], names: Names): Pick<Column, 'key' | 'title'>[] {
  const facts = [...new Set(tables.flatMap(table => table.columns))]
  return [
    ...facts.map(key => ({ key, title: nameOfFact(key, names) })),
    ...Object.entries(OUTCOMES).map(([key, title]) => ({ key, title })),
  ]
}
