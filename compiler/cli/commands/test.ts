import { isUnsound } from '../../2-checks/run'
import { check } from '../../compile'
import { play } from '../../meaning/play'
import type { Command } from '../command'
import { readJson, sharedHandbookBeside } from '../files'
import { showFindings } from '../show-findings'

export const testCommand: Command = {
  usage: 'test FILE',
  about: 'Plays the scenarios of a policy, and names the lines that none of them takes.',
  options: {},
  takes: 1,
  run: ([file]) => {
    const { value } = readJson(file!)
    const { policy, findings } = check(value, { handbook: sharedHandbookBeside(file!, value) })
    const unsound = findings.filter(isUnsound)
    if (!policy || unsound.length > 0) return { code: 1, err: showFindings(file!, value, unsound) }
    const played = (policy.scenarios ?? []).map(scenario => ({ scenario, ...play(policy, scenario) }))
    const lines = played.flatMap(({ scenario, passed, problems }) => [
      `${passed ? 'passed' : 'FAILED'}  ${scenario.tier}  ${scenario.title}`,
      ...problems.map(problem => `        ${problem}`),
    ])
    const taken = new Set(played.flatMap(({ edges }) => edges))
    const names = new Map(policy.chart.nodes.map(node => [node.id, node.title ?? node.id]))
    const left = policy.chart.edges.filter(edge => !taken.has(edge.id))
    const untaken = left.map(edge => `  ${edge.id}  ${names.get(edge.from)} → ${names.get(edge.to)}`)
    const failed = played.filter(({ passed }) => !passed).length
    return {
      code: failed > 0 ? 1 : 0,
      out: [
        ...lines,
        '',
        left.length === 0
          ? 'Every line is taken by some scenario.'
          : `No scenario takes ${left.length} of ${policy.chart.edges.length} lines:`,
        ...untaken,
        '',
        `${played.length - failed} passed, ${failed} failed`,
      ].join('\n'),
    }
  },
}
