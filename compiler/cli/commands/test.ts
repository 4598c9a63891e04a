import { readGraph } from '../../1-graph/graph'
import type { Policy, Scenario } from '../../language/policy'
import { type Played, playOn } from '../../meaning/play'
import type { Command } from '../command'
import { readChecked, unsoundIn } from '../read-policy'
import { showFindings } from '../show-findings'

export const testCommand: Command = {
  usage: 'test FILE [--json]',
  about: 'Plays the scenarios of a policy, and names the lines that none of them takes.',
  more: [
    '',
    '  --json   as JSON: { "passed", "failed", "scenarios": [{ "title", "tier", "passed", "problems" }], "untaken": [ids] }',
    '',
    'Exit codes: 0 all passed, 1 some failed, or none could be played since the chart cannot be followed, 2 the file cannot',
    'be read.',
  ],
  options: { json: { type: 'boolean' } },
  takes: 1,
  run: ([file], { json }) => {
    const checked = readChecked(file!)
    const { source, policy } = checked
    const unsound = unsoundIn(checked)
    if (!policy || unsound.length > 0) return { code: 1, err: showFindings(source, unsound) }
    const graph = readGraph(policy)
    const played = (policy.scenarios ?? []).map(scenario => ({ scenario, ...playOn(graph, scenario) }))
    const failed = played.filter(({ passed }) => !passed).length
    return { code: failed > 0 ? 1 : 0, out: json ? asJson(policy, played) : asText(policy, played) }
  },
}

type Each = Played & { scenario: Scenario }

function untaken({ chart }: Policy, played: readonly Each[]) {
  const taken = new Set(played.flatMap(({ edges }) => edges))
  return chart.edges.filter(edge => !taken.has(edge.id))
}

const count = (played: readonly Each[]) => {
  const failed = played.filter(({ passed }) => !passed).length
  return { passed: played.length - failed, failed }
}

const asJson = (policy: Policy, played: readonly Each[]) =>
  JSON.stringify(
    {
      ...count(played),
      scenarios: played.map(({ scenario: { title, tier }, passed, problems }) => ({
        title,
        tier,
        passed,
        problems,
      })),
      untaken: untaken(policy, played).map(({ id }) => id),
    },
    null,
    2,
  )

function asText(policy: Policy, played: readonly Each[]): string {
  const lines = played.flatMap(({ scenario, passed, problems }) => [
    `${passed ? 'passed' : 'FAILED'}  ${scenario.tier}  ${scenario.title}`,
    ...problems.map(problem => `        ${problem}`),
  ])
  const names = new Map(policy.chart.nodes.map(node => [node.id, node.title ?? node.id]))
  const left = untaken(policy, played)
  const width = Math.max(0, ...left.map(({ id }) => id.length))
  const { passed, failed } = count(played)
  return [
    ...(played.length > 0 ? lines : ['There are no scenarios.']),
    '',
    left.length === 0
      ? 'Every line is taken by some scenario.'
      : `No scenario takes ${left.length} of ${policy.chart.edges.length} lines:`,
    ...left.map(edge => `  ${edge.id.padEnd(width)}  ${names.get(edge.from)} → ${names.get(edge.to)}`),
    '',
    `${passed} passed, ${failed} failed`,
  ].join('\n')
}
