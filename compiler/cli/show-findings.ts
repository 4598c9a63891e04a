import type { Finding } from '../language/finding'

const valueAt = (document: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    document,
  )

/** Findings for people: the place, the sentence, the text with a caret under what is meant, and the example. */
export function showFindings(file: string, document: unknown, findings: readonly Finding[]): string {
  const lines = findings.flatMap(finding => {
    const place = (finding.path ?? []).join('.')
    const shown = [
      `${finding.severity} ${finding.code}  ${finding.message}`,
      `  at ${file}${place ? `  ${place}` : ''}`,
    ]
    const text = finding.path ? valueAt(document, finding.path) : undefined
    if (finding.position && typeof text === 'string') {
      const { start, end } = finding.position
      const from = Math.max(0, start - 50)
      const line = text.slice(from, start + 50).replace(/\s/g, ' ')
      shown.push(
        `  | ${line}`,
        `  | ${' '.repeat(start - from)}${'^'.repeat(Math.max(1, Math.min(end - start, 50)))}`,
      )
    }
    if (finding.witness) shown.push(`  for example ${JSON.stringify(finding.witness)}`)
    if (finding.fix) shown.push(`  can be mended: ${finding.fix.title}`)
    return [...shown, '']
  })
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const sum =
    findings.length === 0
      ? 'No findings.'
      : `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}.`
  return [...lines, `${file}: ${sum}`].join('\n')
}
