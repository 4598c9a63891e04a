import { testWords } from '@/compiler/language/tests/words'
import type { Artifact, ArtifactRow, ArtifactTable } from '@/compiler/runtime/artifact'
import { endLines, type Names, sayWords, stepWords } from '../words/decision-words'

/** A row as a person reads it. */
export interface RowWords {
  row: ArtifactRow
  /** By column of the table; null where the fact does not matter. */
  cells: (string | null)[]
  steps: string[]
  says: string[]
  end: string[]
}

/** Words of tests come up again and again in a large table: each is worded once. */
export function wordTable(artifact: Artifact, table: ArtifactTable, names: Names): RowWords[] {
  const known = new Map<string, string>()
  const words = (fact: string, test: string) => {
    const type = artifact.facts[fact]?.type
    if (!type) return test
    const key = `${type} ${test}`
    const found = known.get(key) ?? testWords(test, type, artifact.timeZone)
    known.set(key, found)
    return found
  }
  return table.rows.map(row => ({
    row,
    cells: table.columns.map(fact => (row.when[fact] === undefined ? null : words(fact, row.when[fact]))),
    steps: row.steps.map(step => stepWords(step, names)),
    says: sayWords(row),
    end: endLines(row.end, names),
  }))
}

/** The rows in which every word of the filter occurs somewhere. */
export function filterRows(rows: RowWords[], filter: string): RowWords[] {
  const terms = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return rows
  return rows.filter(({ row, cells, steps, says, end }) => {
    const text = [row.id, ...cells, ...steps, ...says, ...end].join('\n').toLowerCase()
    return terms.every(term => text.includes(term))
  })
}
