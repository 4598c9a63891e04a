import { CHECKS } from '../2-checks/index'
import type { Code, Finding } from '../language/finding'
import { excerpt } from './excerpt'
import { placeOf, type Source } from './source'

const MEND = new Map<Code, string>(CHECKS.map(({ code, mend }) => [code, mend]))

/** Findings for people: the sentence, its place in the file with the line and a caret, an example, and what to do. */
export function showFindings(source: Source, findings: readonly Finding[]): string {
  const told = new Set<Code>()
  const blocks = findings.map(finding => {
    const first = !told.has(finding.code)
    told.add(finding.code)
    return [...showFinding(source, finding, first), ''].join('\n')
  })
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const sum =
    findings.length === 0
      ? 'No findings.'
      : `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}.`
  return [...blocks, `${source.name}: ${sum}`].join('\n')
}

/** `first`: nothing has been said yet about what to do about findings of its code. */
function showFinding(source: Source, finding: Finding, first: boolean): string[] {
  const { severity, code, message, path = [], position, witness, fix } = finding
  const { from, to } = placeOf(source, path, position)
  const { line, column, lines } = excerpt(source.text, from, to)
  return [
    `${severity} ${code}  ${message}`,
    `  at ${source.name}:${line}:${column}${path.length > 0 ? `  ${path.join('.')}` : ''}`,
    ...(path.length > 0 ? lines : []),
    ...(witness ? [`  for example ${JSON.stringify(witness)}`] : []),
    ...(fix ? [`  can be mended: ${fix.title}`] : []),
    ...(first ? [`  what to do: ${MEND.get(code)}`] : []),
  ]
}
