import type { GraphEdge } from '../1-graph/graph'
import type { Box } from '../3-diagram/box'
import type { Fix } from '../language/finding'
import type { When } from '../language/handbook'
import { isEmpty } from '../language/tests/value-set'
import type { Cases } from './cases'
import type { BehaviourCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'
import { edgePath, nodeName } from './names'
import { Redraw } from './redraw'
import { meet, type Row, rowOf } from './rows'
import { turnedRound } from './turned-round'
import { visitsAt } from './visits-at'

export const neverTaken: BehaviourCheck = {
  code: 'never-taken',
  about: 'behaviour',
  says: 'No facts lead along an answer.',
  because: 'It looks like a rule and does nothing: what comes before has settled it otherwise.',
  mend: 'Take it out, or look at what the questions before it let through.',
  offers:
    'Turns round an interval that was written from high to low, where no other answer takes those cases; else takes the answer out.',
  witness: {
    shows:
      'The case comes to the question and does not take the answer: one that would pass its tests, where an answer before it takes all of those. That no case takes it is what the check has proved.',
    confirms: (finding, replay) => {
      const { path } = replay.of(finding)
      return path.nodes.includes(finding.nodes?.[0] ?? '') && !path.edges.includes(finding.edges?.[0] ?? '')
    },
  },
  example: example('An answer that an earlier question has settled otherwise', {
    facts: CALL_TIME,
    nodes: [
      asks('first', 'call_time', 'Before noon?'),
      asks('second', 'call_time', 'Before three?'),
      says('today', 'It leaves today.'),
      says('tonight', 'It leaves tonight.'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'first'],
      ['first', 'today', { call_time: '< time("12:00:00")' }],
      ['first', 'second', { call_time: '>= time("12:00:00")' }],
      ['second', 'tonight', { call_time: '[time("12:00:00")..time("15:00:00"))' }],
      ['second', 'later', { call_time: '>= time("15:00:00")' }],
      ['second', 'today', { call_time: '< time("12:00:00")' }],
    ],
  }),
  find: cases => {
    if (cases.undecided !== null) return []
    const { graph } = cases
    return (
      [...graph.out.values()]
        .flat()
        // Which of two answers that hold is meant is still to be settled.
        .filter(
          edge =>
            visitsAt(cases, edge.from).length > 0 &&
            !cases.taken.has(edge.id) &&
            !cases.contested.has(edge.id),
        )
        .map(edge => {
          const fix = turnRound(cases, edge) ?? takeOut(cases, edge)
          return {
            message: `No case takes the answer of ${nodeName(graph.nodes.get(edge.from)!)} that leads to ${nodeName(graph.nodes.get(edge.to)!)}.`,
            path: edgePath(edge),
            nodes: [edge.from],
            edges: [edge.id],
            witness: cases.witness(nearest(cases, edge)),
            ...(fix && { fix }),
          }
        })
    )
  },
}

/** Cases that come to the question, and pass the tests of the answer where any of them do: an answer before it takes them. */
function nearest(cases: Cases, edge: GraphEdge): Box {
  const visits = visitsAt(cases, edge.from)
  const tests = cases.slice.answers.get(edge.id)
  if (tests && !edge.otherwise)
    for (const { box } of visits) {
      const passing = new Map(box)
      for (const [fact, cells] of tests) passing.set(fact, cases.within(box, fact) & cells)
      if ([...tests.keys()].every(fact => passing.get(fact) !== 0n)) return passing
    }
  return visits[0]!.box
}

/** `[10..5]` holds for nothing; `[5..10]` was meant, unless another answer takes what is between them. */
function turnRound(cases: Cases, edge: GraphEdge): Fix | undefined {
  const { graph } = cases
  const written = graph.policy.chart.edges[edge.index]!.when ?? {}
  const when: When = { ...written }
  const row = new Map(rowOf(edge))
  for (const { fact, test, set } of edge.when.values()) {
    const turned = isEmpty(set) ? turnedRound(test, graph.domains.get(fact)!) : undefined
    if (!turned) continue
    when[fact] = turned.text
    row.set(fact, turned.set)
  }
  if ([...row].every(([fact, set]) => set === edge.when.get(fact)!.set)) return undefined
  const others = graph.out.get(edge.from)!.filter(other => other !== edge && !other.otherwise)
  if (others.some(other => meet(row, rowOf(other), graph.domains))) return undefined
  const comes = visitsAt(cases, edge.from).some(({ box }) => meet(row, valuesOf(cases, box), graph.domains))
  if (!comes) return undefined
  const turned = Object.keys(when).filter(fact => when[fact] !== written[fact])
  return {
    title: `Turn the interval round: ${turned.map(fact => when[fact]).join(' and ')}`,
    edits: new Redraw(graph).answer(edge.index, when).edits,
  }
}

/** A question keeps at least one answer. */
function takeOut({ graph }: Cases, edge: GraphEdge): Fix | undefined {
  if (graph.out.get(edge.from)!.length < 2) return undefined
  return {
    title: `Take out the answer to ${nodeName(graph.nodes.get(edge.to)!)}`,
    edits: new Redraw(graph).erase(edge.index).edits,
  }
}

const valuesOf = (cases: Cases, box: Box): Row =>
  new Map([...box].map(([fact, cells]) => [fact, cases.slice.cells.get(fact)!.values(cells)]))
