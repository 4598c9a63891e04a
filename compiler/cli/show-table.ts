import { testWords } from '../language/tests/words'
import type { Artifact, ArtifactRow, ArtifactTable } from '../runtime/artifact'

const withText = (args: Record<string, unknown>) => {
  const parts = Object.entries(args).map(
    ([name, arg]) =>
      `${name}: ${typeof arg === 'object' && arg !== null ? (arg as { fact: string }).fact : JSON.stringify(arg)}`,
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

const cells = (
  artifact: Artifact,
  table: ArtifactTable,
  show: (fact: string, text: string | undefined) => string,
) => [
  [...table.columns.map(fact => artifact.facts[fact]?.title ?? fact), 'Do', 'Say', 'End'],
  ...table.rows.map(row => [
    ...table.columns.map(fact => show(fact, Object.hasOwn(row.when, fact) ? row.when[fact] : undefined)),
    stepsText(row),
    saysText(row),
    endText(row),
  ]),
]

/** A table as Markdown, its conditions in words. */
export function tableAsMarkdown(artifact: Artifact): string {
  const escaped = (text: string) =>
    text
      .replace(/\\/g, '\\\\')
      .replace(/\|/g, '\\|')
      .replace(/\s*\n\s*/g, ' ')
  return artifact.tables
    .map(table => {
      const [head, ...rows] = cells(artifact, table, (fact, text) =>
        text === undefined ? '' : testWords(text, artifact.facts[fact]!.type),
      )
      const line = (texts: string[]) => `| ${texts.map(escaped).join(' | ')} |`
      return [
        `### ${artifact.policy}, ${artifact.tier}: ${table.id}`,
        '',
        line(head!),
        line(head!.map(() => '---')),
        ...rows.map(line),
      ].join('\n')
    })
    .join('\n\n')
}

/** A table as CSV (RFC 4180), its conditions in S-FEEL. A cell that a spreadsheet would take for a formula is quoted by an apostrophe. */
export function tableAsCsv(artifact: Artifact): string {
  const quote = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) && text !== '-' ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
  }
  return artifact.tables
    .map(table =>
      cells(artifact, table, (_, text) => text ?? '-')
        .map((texts, i) => [i === 0 ? 'Table' : table.id, ...texts].map(quote).join(','))
        .join('\r\n'),
    )
    .join('\r\n\r\n')
}
