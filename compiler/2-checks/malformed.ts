import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Say } from '../language/finding'
import { newId } from '../language/ids'
import { KINDS, type Node, type NodeOf } from '../language/kinds'
import { isSupplied, type With } from '../language/kinds/common'
import type { Edge } from '../language/policy'
import { inDomain } from '../language/tests/domain'
import { toPoint, typeName } from '../runtime/values'
import type { StructureCheck } from './check'
import { asks, example, GIFT, says } from './example'
import { factForms, stepsWithin } from './fact-forms'
import { askFor, asValue, put, takeOut } from './malformed-fixes'
import { atStart, edgePath, nodeName, nodePath, titled } from './names'
import { soundIn } from './sound'

export const malformed: StructureCheck = {
  code: 'malformed',
  about: 'structure',
  says: 'The document does not have the form of a policy, or a part of it lacks something.',
  because: 'What cannot be read exactly would be read differently by different people and machines.',
  mend: 'Put right what the finding names, at the place that it names.',
  offers:
    'Writes a field, or a value, as it was obviously meant; takes out what may not stand there; has a question ask what its answers test.',
  witness: { none: 'A document that has not the form of a policy decides no case.' },
  example: example('An answer tests what its question does not ask', {
    facts: { ...GIFT, rush: { type: 'boolean', title: 'It is urgent', source: 'record' } },
    nodes: [
      asks('ask', 'gift', 'Is it a gift?'),
      says('today', 'It leaves today.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'today', { gift: 'true', rush: 'true' }],
      ['ask', 'later', 'otherwise'],
    ],
  }),
  find: graph => [...doubles(graph), ...factForms(graph), ...nodes(graph), ...edges(graph)],
}

function* doubles({ policy }: Graph): Generator<Say> {
  const lists: [string, Path, readonly { id: string }[]][] = [
    ['tier', ['handbook', 'tiers'], policy.handbook.tiers],
    ['guardrail', ['handbook', 'guardrails'], policy.handbook.guardrails ?? []],
    ['step', ['chart', 'nodes'], policy.chart.nodes],
    ['line', ['chart', 'edges'], policy.chart.edges],
  ]
  for (const [what, path, list] of lists) {
    const seen = new Set<string>()
    for (const [i, { id }] of list.entries()) {
      if (seen.has(id))
        yield {
          message: `There are two of the ${what} “${id}”; an id belongs to one.`,
          path: [...path, i, 'id'],
          // Nothing names a line, so that another id changes nothing.
          ...(what === 'line' &&
            put(
              [...path, i, 'id'],
              newId(
                `e${i + 1}`,
                list.map(edge => edge.id),
              ),
              'Give it an id of its own',
            )),
        }
      seen.add(id)
    }
  }
}

function* nodes(graph: Graph): Generator<Say> {
  const { handbook } = graph.policy
  const sound = soundIn(graph, 'malformed', 'steps')
  for (const node of graph.nodes.values()) yield* sound.find(node, [handbook], () => ofNode(graph, node))
}

function* ofNode(graph: Graph, node: Node): Generator<Say> {
  const path = nodePath(graph, node.id)
  const where = { nodes: [node.id] }
  if (node.kind === 'trigger')
    for (const name of Object.keys(node.when)) {
      const fact = Object.hasOwn(graph.policy.handbook.facts, name)
        ? graph.policy.handbook.facts[name]!
        : undefined
      if (fact && !fact.volunteered && fact.source !== 'record' && fact.source !== 'clock') {
        const message = `${atStart(nodeName(node))} tests ${titled('facts', graph, name)}, which would have to be asked; a magic word tests what customers bring up, records and the clock.`
        yield { message, path: [...path, 'when', name], ...where, facts: [name] }
      }
    }
  if (node.kind === 'question') {
    const seen = new Set<string>()
    for (const [i, fact] of node.facts.entries()) {
      if (seen.has(fact))
        yield {
          message: `${atStart(nodeName(node))} asks “${fact}” twice.`,
          path: [...path, 'facts', i],
          ...where,
          ...takeOut([...path, 'facts', i], 'Ask it once'),
        }
      seen.add(fact)
    }
  }
  if (node.kind === 'action') yield* args(graph, node.action, node.with, path, where)
  if (node.kind === 'close')
    for (const [i, option] of (node.options ?? []).entries())
      if ('action' in option) yield* args(graph, option.action, option.with, [...path, 'options', i], where)
  if (node.kind === 'escalate') yield* within(node, path, where)
}

function* within(node: NodeOf<'escalate'>, path: Path, where: Partial<Say>): Generator<Say> {
  const name = atStart(nodeName(node))
  if (node.mode !== 'callback') {
    if (node.within !== undefined)
      yield {
        message: `${name} says within which time to call back, and is no call back.`,
        path: [...path, 'within'],
        ...where,
        ...takeOut([...path, 'within'], 'Take the time out'),
      }
    return
  }
  if (node.within === undefined)
    yield {
      message: `${name} promises to call back and does not say within which time.`,
      path: [...path, 'within'],
      ...where,
    }
  else if (!(Number(toPoint('days and time duration', node.within) ?? 0) > 0))
    yield {
      message: `${name}: “${node.within}” is no length of time; they are written like PT1H.`,
      path: [...path, 'within'],
      ...where,
    }
}

function* args(
  graph: Graph,
  action: string,
  given: With = {},
  path: Path,
  where: Partial<Say>,
): Generator<Say> {
  const params = graph.params.get(action)
  if (!params) return
  for (const [name, domain] of params) {
    const arg = Object.hasOwn(given, name) ? given[name] : undefined
    const at = { path: [...path, 'with', name], ...where }
    const called = `The ${name} of ${titled('actions', graph, action)}`
    if (arg === undefined) yield { message: `${called} is missing.`, ...at, path: [...path, 'with'] }
    else if (isSupplied(arg)) {
      const type = graph.domains.get(arg.fact)?.type
      if (type !== undefined && type !== domain.type)
        yield {
          message: `${called} has to be ${typeName(domain.type)}, and “${arg.fact}” is not.`,
          ...at,
          facts: [arg.fact],
        }
      else if (type !== undefined && !stepsWithin(graph.domains.get(arg.fact)!, domain))
        yield {
          message: `${called} goes in steps of ${domain.step}, and ${titled('facts', graph, arg.fact)} may lie between them.`,
          ...at,
          facts: [arg.fact],
        }
    } else {
      const point = arg === null ? undefined : toPoint(domain.type, arg)
      if (point === undefined)
        yield {
          message: `${called} has to be ${typeName(domain.type)}; ${JSON.stringify(arg)} is not.`,
          ...at,
          ...asValue(at.path, arg, domain),
        }
      else if (!inDomain(domain, point))
        yield { message: `${called} may not be ${JSON.stringify(arg)}.`, ...at }
    }
  }
}

function* edges(graph: Graph): Generator<Say> {
  const sound = soundIn(graph, 'malformed', 'lines')
  for (const [index, edge] of graph.policy.chart.edges.entries()) {
    const [from, to] = [graph.nodes.get(edge.from), graph.nodes.get(edge.to)]
    yield* sound.find(edge, [from, to], () => ofEdge(graph, edge, index, from, to))
  }
}

function* ofEdge(
  graph: Graph,
  edge: Edge,
  index: number,
  from: Node | undefined,
  to: Node | undefined,
): Generator<Say> {
  const where = { edges: [edge.id] }
  if (to && !KINDS[to.kind].enterable)
    yield {
      message: `A line leads to ${nodeName(to)}; nothing leads into a ${KINDS[to.kind].title.toLowerCase()}.`,
      path: edgePath({ index }, 'to'),
      ...where,
    }
  if (!from) return
  if (from.kind !== 'question') {
    const part = edge.when ? 'when' : edge.otherwise ? 'otherwise' : null
    if (part)
      yield {
        message: `A line from ${nodeName(from)} has a condition; only the answers of a question have one.`,
        path: edgePath({ index }, part),
        ...where,
        ...takeOut(edgePath({ index }, part), 'Take the condition out'),
      }
    return
  }
  for (const fact of Object.keys(edge.when ?? {}))
    if (!from.facts.includes(fact)) {
      const message = `An answer of ${nodeName(from)} tests “${fact}”, which that question does not ask.`
      const path = edgePath({ index }, 'when', fact)
      yield { message, path, ...where, facts: [fact], ...askFor(graph, from, fact, path) }
    }
}
