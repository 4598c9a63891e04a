import { testWords } from '@/compiler/language/tests/words'
import type { Artifact, ArtifactRow, ArtifactTable } from '@/compiler/runtime/artifact'
import { endLines, type Names, sayWords, stepWords } from '@/compiler/words/decision-words'
import type { Outcome } from './columns'

/** A row as a person reads it. */
export interface RowWords {
  row: ArtifactRow
  /** The number that people call it by. */
  number: string
  /** What each column says, in lines, by its key; left out where a fact does not matter and where nothing is done. */
  texts: ReadonlyMap<string, string[]>
}

export interface WordedTable {
  id: string
  /** The facts, by id. */
  columns: string[]
  rows: RowWords[]
}

/** What a cell says in one line; nothing where it may be anything. */
export const textOf = ({ texts }: RowWords, column: string): string => texts.get(column)?.join('; ') ?? ''

/** Words of tests come up again and again in a large table: each is worded once. */
export function wordTable(artifact: Artifact, table: ArtifactTable, names: Names): WordedTable {
  const known = new Map<string, string[]>()
  const words = (fact: string, test: string) => {
    const type = artifact.facts[fact]?.type
    if (!type) return [test]
    const key = `${type} ${test}`
    const found = known.get(key) ?? [testWords(test, type, artifact.timeZone)]
    known.set(key, found)
    return found
  }
  const rows = table.rows.map(row => {
    const texts = new Map(Object.entries(row.when).map(([fact, test]) => [fact, words(fact, test)]))
    const outcomes: Record<Outcome, string[]> = {
      ':do': row.steps.map(step => stepWords(step, names)),
      ':say': sayWords(row).map(say => `“${say}”`),
      ':then': endLines(row.end, names),
    }
    for (const [key, lines] of Object.entries(outcomes)) if (lines.length > 0) texts.set(key, lines)
    return { row, number: row.id.replace(/^r(?=\d+$)/, ''), texts }
  })
  return { id: table.id, columns: table.columns, rows }
}

export const wordTables = (artifact: Artifact, names: Names): WordedTable[] =>
  artifact.tables.map(table => wordTable(artifact, table, names))
