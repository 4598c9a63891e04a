import { type Graph, readGraph } from '../1-graph/graph'
import type { Policy, Scenario } from '../language/policy'
import { canonicalJson } from '../runtime/canonical-json'
import type { Facts } from '../runtime/result'
import { type ChartResult, decideOn } from './decide'

export interface Played {
  passed: boolean
  /** What came out otherwise than expected, a sentence each. */
  problems: string[]
  /** The steps and lines of the chart that the case takes. */
  nodes: string[]
  edges: string[]
  /** Whom it was asked for, in order: facts of people, not of records or the clock. */
  asked: string[]
  result: ChartResult
}

/** Plays a scenario as a call goes: what records and the clock know is there, what the customer brings up is said, and the rest is told when it is asked for. */
export const play = (policy: Policy, scenario: Scenario): Played => playOn(readGraph(policy), scenario)

export function playOn(graph: Graph, scenario: Scenario): Played {
  const { facts: known } = graph.policy.handbook
  const told: Facts = {}
  for (const [name, value] of Object.entries(scenario.facts)) {
    const fact = Object.hasOwn(known, name) ? known[name] : undefined
    if (!fact || fact.volunteered || fact.source === 'record' || fact.source === 'clock') told[name] = value
  }
  const asked: string[] = []
  let result = decideOn(graph, scenario.tier, told, { path: true })
  while (result.kind === 'ask' && Object.hasOwn(scenario.facts, result.fact)) {
    told[result.fact] = scenario.facts[result.fact]
    if (result.source !== 'record' && result.source !== 'clock') asked.push(result.fact)
    result = decideOn(graph, scenario.tier, told, { path: true })
  }
  const problems = compare(scenario, asked, result)
  const { nodes, edges } = result.path!
  return { passed: problems.length === 0, problems, nodes, edges, asked, result }
}

function compare({ expect }: Scenario, asked: string[], result: ChartResult): string[] {
  if (result.kind !== 'decision') return [notDecided(result)]
  const problems: string[] = []
  const list = (names: readonly string[]) => (names.length === 0 ? 'nothing' : names.join(', '))
  if (expect.asked && canonicalJson(expect.asked) !== canonicalJson(asked))
    problems.push(`It asks for ${list(asked)}; expected: ${list(expect.asked)}.`)
  if (expect.steps) {
    const steps = result.steps.map(step => step.action)
    const wanted = expect.steps.map(step => (typeof step === 'string' ? step : step.action))
    if (canonicalJson(steps) !== canonicalJson(wanted))
      problems.push(`It does ${list(steps)}; expected: ${list(wanted)}.`)
    else
      for (const [i, step] of expect.steps.entries()) {
        const done = result.steps[i]!.with
        if (typeof step !== 'string' && step.with && canonicalJson(step.with) !== canonicalJson(done))
          problems.push(
            `${step.action} is done with ${canonicalJson(done)}; expected: ${canonicalJson(step.with)}.`,
          )
      }
  }
  const options = result.end.kind === 'close' ? (result.end.options ?? []) : []
  const words = [
    ...result.steps.map(step => step.say),
    result.end.say,
    ...options.map(option => ('say' in option ? option.say : undefined)),
  ]
  for (const says of expect.says ?? [])
    if (!words.some(text => text?.includes(says))) problems.push(`Nobody says “${says}”.`)
  if (expect.end) {
    const end: Record<string, unknown> = { ...result.end }
    for (const [key, wanted] of Object.entries(expect.end)) {
      if (wanted === undefined || canonicalJson(end[key] ?? null) === canonicalJson(wanted)) continue
      problems.push(
        `Its end has ${key} ${canonicalJson(end[key] ?? null)}; expected: ${canonicalJson(wanted)}.`,
      )
    }
  }
  return problems
}

function notDecided(result: Exclude<ChartResult, { kind: 'decision' }>): string {
  switch (result.kind) {
    case 'ask':
      return `It asks for ${result.fact}, which the scenario does not tell.`
    case 'invalid':
      return `It is not decided: ${result.problems.map(({ fact, says }) => `${fact}: ${says}`).join('; ')}.`
    case 'gap':
      return `No answer of ${result.question} holds.`
    case 'overlap':
      return `Two answers of ${result.question} hold: ${result.edges.join(' and ')}.`
  }
}
