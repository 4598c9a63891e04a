import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import { namesIn } from '../1-graph/visible'
import type { Say } from '../language/finding'
import { KINDS, type Node } from '../language/kinds'
import { isSupplied, type With } from '../language/kinds/common'
import type { Edge } from '../language/policy'
import type { StructureCheck } from './check'
import { asks, example, GIFT, says } from './example'
import { didYouMean, nearestName } from './names'
import { nearestFix } from './nearest-fix'
import { soundIn } from './sound'
import { allBefore } from './ways-into'

export const unknownReference: StructureCheck = {
  code: 'unknown-reference',
  about: 'structure',
  says: 'Something is named that does not exist.',
  because:
    'A rule that names a fact, an action, a tier or a step that is not there would silently never apply.',
  mend: 'Choose one that exists, or add what is missing to the handbook.',
  offers: 'Puts the nearest name that exists in its place, where one is near enough.',
  witness: { none: 'The chart cannot be followed until it is put right, and so no case is decided.' },
  example: example('A rule names a fact with a slip', {
    facts: GIFT,
    guardrails: [
      {
        id: 'gifts',
        title: 'A gift is never declined',
        when: { gfit: 'true' },
        never: { end: 'close', result: 'declined' },
      },
    ],
    nodes: [
      asks('ask', 'gift', 'Is it a gift?'),
      says('wrapped', 'It comes wrapped.'),
      says('plain', 'It is on its way.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'wrapped', { gift: 'true' }],
      ['ask', 'plain', { gift: 'false' }],
    ],
  }),
  find: graph => [...references(graph)],
}

function* references(graph: Graph): Generator<Say> {
  const { handbook, chart, scenarios } = graph.policy
  const names = {
    fact: new Set(Object.keys(handbook.facts)),
    action: new Set(Object.keys(handbook.actions)),
    tier: new Set(graph.tiers),
    node: new Set(graph.nodes.keys()),
  }
  const look = function* (
    kind: keyof typeof names,
    name: string,
    path: Path,
    where: Partial<Say> = {},
  ): Generator<Say> {
    if (names[kind].has(name)) return
    const what = kind === 'node' ? 'step' : kind
    // In a drawing under way something is often still to be chosen.
    if (name === '')
      return yield {
        message: `${what === 'action' ? 'An' : 'A'} ${what} is still to be chosen.`,
        path,
        ...where,
      }
    const nearest = nearestName(name, names[kind])
    const fix = nearestFix(graph, path, name, nearest)
    const message = `There is no ${what} “${name}”.${didYouMean(nearest)}`
    yield { message, path, ...where, ...(fix && { fix }) }
  }
  const facts = function* (
    row: Record<string, unknown> | undefined,
    path: Path,
    where?: Partial<Say>,
  ): Generator<Say> {
    for (const fact of Object.keys(row ?? {})) yield* look('fact', fact, [...path, fact], where)
  }
  const param = function* (action: string, name: string, path: Path, where?: Partial<Say>): Generator<Say> {
    const params = graph.params.get(action)
    if (!params || params.has(name)) return
    const nearest = nearestName(name, params.keys())
    const message = `“${action}” has no parameter “${name}”.${didYouMean(nearest)}`
    const fix = nearestFix(graph, path, name, nearest)
    yield { message, path, ...where, ...(fix && { fix }) }
  }
  const args = function* (
    action: string,
    given: With | undefined,
    path: Path,
    where: Partial<Say>,
  ): Generator<Say> {
    for (const [name, arg] of Object.entries(given ?? {})) {
      yield* param(action, name, [...path, name], where)
      if (isSupplied(arg)) yield* look('fact', arg.fact, [...path, name, 'fact'], where)
    }
  }

  /** The facts that words name in braces: an unknown one would be read out as it stands. */
  const words = function* (text: string | undefined, path: Path, where?: Partial<Say>): Generator<Say> {
    for (const name of new Set(namesIn(text))) yield* look('fact', name, path, where)
  }

  for (const [name, fact] of Object.entries(handbook.facts)) {
    const path = ['handbook', 'facts', name]
    if (fact.about !== undefined) yield* look('fact', fact.about, [...path, 'about'])
    yield* words(fact.ask, [...path, 'ask'])
    yield* words(fact.guidance, [...path, 'guidance'])
  }
  for (const [name, action] of Object.entries(handbook.actions)) {
    const path = ['handbook', 'actions', name]
    for (const [tier, limits] of Object.entries(action.grants ?? {})) {
      yield* look('tier', tier, [...path, 'grants', tier])
      for (const limited of Object.keys(limits))
        yield* param(name, limited, [...path, 'grants', tier, limited])
    }
    for (const [i, row] of (action.requires ?? []).entries()) yield* facts(row, [...path, 'requires', i])
  }
  for (const [i, rule] of (handbook.guardrails ?? []).entries()) {
    const path = ['handbook', 'guardrails', i]
    yield* facts(rule.when, [...path, 'when'])
    if (rule.tier !== undefined) yield* look('tier', rule.tier, [...path, 'tier'])
    for (const side of ['never', 'always'] as const) {
      const pattern = rule[side]
      if (pattern?.to !== undefined) yield* look('tier', pattern.to, [...path, side, 'to'])
      if (pattern?.action !== undefined) yield* look('action', pattern.action, [...path, side, 'action'])
    }
  }
  const ofNode = function* (node: Node, i: number): Generator<Say> {
    const path = ['chart', 'nodes', i]
    const where = { nodes: [node.id] }
    if (node.kind !== 'note') {
      yield* words(node.say, [...path, 'say'], where)
      yield* words(node.note, [...path, 'note'], where)
    }
    if (node.kind === 'trigger') yield* facts(node.when, [...path, 'when'], where)
    if (node.kind === 'question')
      for (const [j, fact] of node.facts.entries()) yield* look('fact', fact, [...path, 'facts', j], where)
    if (node.kind === 'action') {
      yield* look('action', node.action, [...path, 'action'], where)
      yield* args(node.action, node.with, [...path, 'with'], where)
    }
    if (node.kind === 'escalate') {
      yield* look('tier', node.to, [...path, 'to'], where)
      for (const [j, row] of (node.requires ?? []).entries())
        yield* facts(row, [...path, 'requires', j], where)
    }
    if (node.kind === 'close')
      for (const [j, option] of (node.options ?? []).entries())
        if ('action' in option) {
          yield* look('action', option.action, [...path, 'options', j, 'action'], where)
          yield* args(option.action, option.with, [...path, 'options', j, 'with'], where)
        } else yield* words(option.say, [...path, 'options', j, 'say'], where)
  }
  const ofEdge = function* (edge: Edge, i: number): Generator<Say> {
    const path = ['chart', 'edges', i]
    const where = { edges: [edge.id] }
    for (const end of ['from', 'to'] as const)
      for (const { fix, ...say } of look('node', edge[end], [...path, end], where))
        yield fix && mayLead(graph, { ...edge, [end]: fix.edits[0]!.value }) ? { ...say, fix } : say
    yield* facts(edge.when, [...path, 'when'], where)
  }
  const sound = soundIn(graph, 'unknown-reference')
  for (const [i, node] of chart.nodes.entries()) yield* sound.find(node, [handbook], () => ofNode(node, i))
  for (const [i, edge] of chart.edges.entries()) {
    const ends = [names.node.has(edge.from), names.node.has(edge.to)]
    yield* sound.find(edge, [handbook, ...ends], () => ofEdge(edge, i))
  }
  for (const [i, scenario] of (scenarios ?? []).entries()) {
    const path = ['scenarios', i]
    yield* look('tier', scenario.tier, [...path, 'tier'])
    yield* facts(scenario.facts, [...path, 'facts'])
    for (const [j, fact] of (scenario.expect.asked ?? []).entries())
      yield* look('fact', fact, [...path, 'expect', 'asked', j])
    for (const [j, step] of (scenario.expect.steps ?? []).entries())
      yield* look('action', typeof step === 'string' ? step : step.action, [...path, 'expect', 'steps', j])
    if (scenario.expect.end?.to !== undefined)
      yield* look('tier', scenario.expect.end.to, [...path, 'expect', 'end', 'to'])
  }
}

/** Whether a line may lead so: to a step that lines lead to, and not round in a circle. */
const mayLead = (graph: Graph, { from, to }: Pick<Edge, 'from' | 'to'>): boolean =>
  graph.nodes.has(from) &&
  graph.nodes.has(to) &&
  KINDS[graph.nodes.get(to)!.kind].enterable &&
  from !== to &&
  !allBefore(graph, from).has(to)
