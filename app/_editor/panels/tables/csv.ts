import { testWords } from '@/compiler/language/tests/words'
import type { Artifact } from '@/compiler/runtime/artifact'
import { endWords, type Names, nameOfFact, sayWords, stepWords } from '../words/decision-words'

/** A cell that a spreadsheet would calculate is led by an apostrophe: titles and words come from people. */
const guard = (text: string) => (/^[=+\-@\t\r|%]/.test(text) ? `'${text}` : text)

const cell = (text: string) => `"${guard(text).replaceAll('"', '""')}"`

/** All tables of an artifact as one CSV (RFC 4180) of words, for people and their spreadsheets. */
export function tableCsv(artifact: Artifact, names: Names): string {
  const columns = [...new Set(artifact.tables.flatMap(table => table.columns))]
  const heads = columns.map(id => nameOfFact(id, names))
  const lines = [['Table', 'Row', ...heads, 'What to do', 'What to say', 'Then']]
  for (const table of artifact.tables)
    for (const row of table.rows) {
      const tests = columns.map(id => {
        const test = row.when[id]
        const type = artifact.facts[id]?.type
        return test === undefined || type === undefined ? '' : testWords(test, type, artifact.timeZone)
      })
      const steps = row.steps.map(step => stepWords(step, names)).join('; ')
      lines.push([table.id, row.id, ...tests, steps, sayWords(row).join(' '), endWords(row.end, names)])
    }
  return `${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`
}
