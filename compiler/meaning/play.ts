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
  const problems = compare(graph, scenario, asked, result)
  const { nodes, edges } = result.path!
  return { passed: problems.length === 0, problems, nodes, edges, asked, result }
}

function compare(graph: Graph, { expect }: Scenario, asked: string[], result: ChartResult): string[] {
  if (result.kind !== 'decision') return [notDecided(graph, result)]
  const problems: string[] = []
  const differ = (a: unknown, b: unknown) => canonicalJson(a ?? null) !== canonicalJson(b ?? null)
  const list = (names: readonly string[]) => (names.length === 0 ? 'nothing' : names.join(', '))
  if (expect.asked && differ(expect.asked, asked)) {
    const facts = (names: readonly string[]) => list(names.map(name => titleOf(graph, 'facts', name)))
    problems.push(`It asks for ${facts(asked)}; expected: ${facts(expect.asked)}.`)
  }
  if (expect.steps) {
    const steps = result.steps.map(step => step.action)
    const wanted = expect.steps.map(step => (typeof step === 'string' ? step : step.action))
    const actions = (names: readonly string[]) => list(names.map(name => titleOf(graph, 'actions', name)))
    if (differ(steps, wanted)) problems.push(`It does ${actions(steps)}; expected: ${actions(wanted)}.`)
    else
      for (const [i, step] of expect.steps.entries()) {
        if (typeof step === 'string' || !step.with || !differ(step.with, result.steps[i]!.with)) continue
        problems.push(
          `It does ${actions([step.action])} with ${said(result.steps[i]!.with)}; expected: ${said(step.with)}.`,
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
  const end: Record<string, unknown> = { ...result.end }
  for (const [key, value] of Object.entries(expect.end ?? {})) {
    if (value === undefined) continue
    const wanted =
      key === 'options'
        ? expect.end!.options!.map(each => ('say' in each ? each : { with: {}, ...each }))
        : value
    if (differ(end[key], wanted))
      problems.push(`At its end, ${key} is ${said(end[key])}; expected: ${said(wanted)}.`)
  }
  return problems
}

const titleOf = (graph: Graph, kind: 'facts' | 'actions', name: string) => {
  const entries = graph.policy.handbook[kind]
  return `“${(Object.hasOwn(entries, name) ? entries[name]!.title : undefined) ?? name}”`
}

/** A value in a sentence: texts as they are, the rest as JSON; what is not there is nothing. */
const said = (value: unknown) =>
  value === undefined ? 'nothing' : typeof value === 'string' ? `“${value}”` : canonicalJson(value)

function notDecided(graph: Graph, result: Exclude<ChartResult, { kind: 'decision' }>): string {
  const question = (id: string) => `“${graph.nodes.get(id)?.title ?? id}”`
  switch (result.kind) {
    case 'ask':
      return `It asks for ${titleOf(graph, 'facts', result.fact)}, which the scenario does not tell.`
    case 'invalid':
      return `It is not decided: ${result.problems.map(({ fact, says }) => `${titleOf(graph, 'facts', fact)}: ${says}`).join('; ')}.`
    case 'gap':
      return `No answer of ${question(result.question)} holds.`
    case 'overlap':
      return `Two answers of ${question(result.question)} hold: ${result.edges.join(' and ')}.`
  }
}
