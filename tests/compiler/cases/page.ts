import { compileAll } from '@/compiler/compile'
import { applyFix } from '@/compiler/language/apply-fix'
import type { Edit, Finding } from '@/compiler/language/finding'
import type { PolicyDocument, Scenario } from '@/compiler/language/policy'
import { play } from '@/compiler/meaning/play'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import type { End } from '@/compiler/runtime/result'

/** A document that differs a little from the case's, just enough for the twist to be gone, or to be there. */
export interface NearMiss {
  title: string
  edits: Edit[]
}

/** A case as a person would read it: what is found, the tables, some walks, and the near miss. */
export function pageOf(document: PolicyDocument, near: NearMiss): string {
  return [
    `# ${document.title}`,
    ...sections(document),
    `## Near miss: ${near.title}`,
    ...found(compileAll(edited(document, near.edits)).findings),
    '',
  ].join('\n\n')
}

function sections(document: PolicyDocument): string[] {
  const { policy, findings, artifacts } = compileAll(document)
  return [
    '## What is found',
    ...found(findings),
    ...Object.values(artifacts ?? {}).flatMap(tablesOf),
    ...(policy && artifacts && document.scenarios
      ? ['## Walks', document.scenarios.map(one => walkOf(policy, one)).join('\n')]
      : []),
  ]
}

const found = (findings: readonly Finding[]): string[] =>
  findings.length > 0 ? findings.map(findingText) : ['Nothing.']

function findingText({
  code,
  severity,
  message,
  path,
  position,
  nodes,
  edges,
  facts,
  witness,
  fix,
}: Finding): string {
  const lines = [
    `**${code}** (${severity}): ${message}`,
    path && `- in \`${path.join('.')}\`${position ? `, from ${position.start} to ${position.end}` : ''}`,
    nodes && `- steps: ${nodes.join(', ')}`,
    edges && `- lines: ${edges.join(', ')}`,
    facts && `- facts: ${facts.join(', ')}`,
    witness && `- for example: ${factsText(witness)}`,
    fix && `- mended by: ${fix.title}`,
  ]
  return lines.filter(line => line !== undefined).join('\n')
}

const factsText = (facts: Record<string, unknown>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(', ') || 'any call'

const tablesOf = (artifact: Artifact): string[] =>
  artifact.tables.map(({ id, columns, rows }) => {
    const line = (cells: readonly string[]) =>
      `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
    return [
      `## Table of ${artifact.tier}${id === 'main' ? '' : `, ${id}`}`,
      '',
      line(['', ...columns, 'does', 'ends']),
      line(['', ...columns, '', ''].map(() => '---')),
      ...rows.map(row =>
        line([row.id, ...columns.map(fact => row.when[fact] ?? '-'), stepsText(row), endText(row.end)]),
      ),
    ].join('\n')
  })

const stepsText = ({ steps }: ArtifactRow) =>
  steps
    .map(
      ({ action, with: args, tier }) =>
        `${action}${Object.keys(args).length > 0 ? ` ${JSON.stringify(args)}` : ''} (${tier})`,
    )
    .join(', ') || 'nothing'

function endText(end: ArtifactRow['end'] | End): string {
  if (end.kind === 'continue') return `continues in ${end.table}`
  const says = end.say === undefined ? '' : `: “${end.say}”`
  if (end.kind === 'close') return `${end.result}${says}`
  return `${end.mode} to ${end.to}${end.within === undefined ? '' : ` within ${end.within}`}${end.here ? ', which is here' : ''}${says}`
}

function walkOf(policy: Parameters<typeof play>[0], scenario: Scenario): string {
  const { result, asked, nodes } = play(policy, scenario)
  const ends = result.kind === 'decision' ? endText(result.end) : result.kind
  return `- ${scenario.title} (${scenario.tier}): ${nodes.join(' → ')}; asks ${asked.join(', ') || 'nothing'}; ${ends}`
}

/** The document after some edits. */
export const edited = (document: PolicyDocument, edits: readonly Edit[]): unknown =>
  applyFix(document, { edits: [...edits] })
