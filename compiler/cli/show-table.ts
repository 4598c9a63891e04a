import { isSupplied } from '../language/kinds/common'
import { testWords } from '../language/tests/words'
import type { Artifact, ArtifactRow, ArtifactTable, ArtifactWith } from '../runtime/artifact'

const withText = (args: ArtifactWith) => {
  const parts = Object.entries(args).map(
    ([name, arg]) => `${name}: ${isSupplied(arg) ? arg.fact : JSON.stringify(arg)}`,
  )
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

export const stepsText = ({ steps }: ArtifactRow) =>
  steps.map(step => step.action + withText(step.with)).join('; ')

export const saysText = ({ steps, end }: ArtifactRow) =>
  [...steps.map(step => step.say), end.kind === 'continue' ? undefined : end.say].filter(Boolean).join(' ')

export function endText({ end }: ArtifactRow): string {
  if (end.kind === 'continue') return `go on in ${end.table}`
  if (end.kind === 'escalate')
    return end.here
      ? 'yours to decide'
      : `${end.mode} to ${end.to}${end.within ? ` within ${end.within}` : ''}`
  const options = (end.options ?? []).map(option =>
    'say' in option ? option.say : option.action + withText(option.with),
  )
  return end.result + (options.length > 0 ? `, offering ${options.join(' or ')}` : '')
}

/** Names of columns; those that two facts share are told apart by the facts' ids. */
function heads(artifact: Artifact, columns: readonly string[]): string[] {
  const titles = columns.map(fact => artifact.facts[fact]?.title ?? fact)
  return titles.map((title, i) =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} (${columns[i]})`,
  )
}

/** What Markdown would read as markup, and HTML as a tag, in a cell of a table. */
const escaped = (text: string) =>
  text
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')

/** The tables as Markdown, their conditions in words. */
export function tableAsMarkdown(artifact: Artifact): string {
  const line = (texts: readonly string[]) => `| ${texts.map(escaped).join(' | ')} |`
  return artifact.tables
    .map((table: ArtifactTable) => {
      const head = [...heads(artifact, table.columns), 'Do', 'Say', 'End']
      const rows = table.rows.map(row => [
        ...table.columns.map(fact => {
          const text = Object.hasOwn(row.when, fact) ? row.when[fact] : undefined
          return text === undefined ? '' : testWords(text, artifact.facts[fact]!.type, artifact.timeZone)
        }),
        stepsText(row),
        saysText(row),
        endText(row),
      ])
      return [
        `### ${escaped(`${artifact.policy}, ${artifact.tier}: ${table.id}`)}`,
        '',
        line(head),
        `|${head.map(() => ' --- |').join('')}`,
        ...rows.map(line),
      ].join('\n')
    })
    .join('\n\n')
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/
/** What a spreadsheet takes for the beginning of a formula, or drops before one. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u

/**
 * The tables as one CSV (RFC 4180), their conditions in S-FEEL: a row has a cell for every fact of every table, `-` where
 * it may be anything. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function tableAsCsv(artifact: Artifact): string {
  const quote = (text: string) => {
    const safe = text !== '-' && !NUMBER.test(text) && FORMULA.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
  }
  const columns = [...new Set(artifact.tables.flatMap(table => table.columns))]
  const rows = artifact.tables.flatMap(table =>
    table.rows.map(row => [
      table.id,
      row.id,
      ...columns.map(fact => (Object.hasOwn(row.when, fact) ? row.when[fact]! : '-')),
      stepsText(row),
      saysText(row),
      endText(row),
    ]),
  )
  return [['Table', 'Row', ...heads(artifact, columns), 'Do', 'Say', 'End'], ...rows]
    .map(cells => `${cells.map(quote).join(',')}\r\n`)
    .join('')
}
