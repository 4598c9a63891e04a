import type { Graph } from '../1-graph/graph'
import type { Path, Tests } from '../1-graph/read-tests'
import type { Say } from '../language/finding'
import type { Node } from '../language/kinds'
import type { Cases, Visit } from './cases'
import type { BehaviourCheck } from './check'
import { asks, CALL_TIME, example, says } from './example'
import { nodeName, nodePath, titled } from './names'
import { sayCase } from './say-case'

export const cannotKeep: BehaviourCheck = {
  code: 'cannot-keep',
  about: 'behaviour',
  says: 'Something is promised where what it requires does not hold.',
  because: 'An agreement that cannot be kept is worse than none.',
  mend: 'Ask first what the promise requires, and promise only where it holds.',
  offers: null,
  witness: {
    shows: 'The case comes to the step that promises it, and nothing of what the promise requires holds.',
    confirms: (finding, replay) => {
      const node = replay.node(finding)
      const facts = finding.witness ?? {}
      if (!node || !replay.of(finding).path.nodes.includes(node.id)) return false
      return requiredBy(replay.graph, node, finding.path ?? []).every(row => !replay.hold(row, facts))
    },
  },
  example: example('The truck has left when the promise is made', {
    facts: CALL_TIME,
    actions: {
      upgrade: { title: 'Upgrade', grants: { T1: {} }, requires: [{ call_time: '< time("15:00:00")' }] },
    },
    nodes: [
      asks('ask', 'call_time', 'Before four?'),
      { id: 'up', kind: 'action', title: 'Upgrade it', action: 'upgrade', say: 'It will arrive tomorrow.' },
      says('done', 'Is there anything else?'),
      says('later', 'It leaves tomorrow.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'up', { call_time: '< time("16:00:00")' }],
      ['ask', 'later', 'otherwise'],
      ['up', 'done'],
    ],
  }),
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(visit =>
      promises(cases, visit).flatMap(({ what, rows, path }): Say[] => {
        const key = path.join('.')
        if (seen.has(key)) return []
        const left = cases.outside(visit.live, rows, 'promises', visit.state.node)
        if (!left) return []
        const box = visit.narrowed(left)
        seen.add(key)
        const facts = [...new Set(rows.flatMap(row => [...row.keys()]))]
        return [
          {
            message: `${what} at ${nodeName(visit.state.node)} cannot be kept${sayCase(cases, box, facts)}.`,
            path,
            nodes: [visit.state.node.id],
            facts,
            witness: cases.witness(box),
          },
        ]
      }),
    )
  },
}

function promises(
  { graph }: Cases,
  { state: { node } }: Visit,
): { what: string; rows: readonly Tests[]; path: Path }[] {
  const action = (name: string, ...at: Path) => {
    const rows = graph.requires.get(name) ?? []
    if (rows.length === 0) return []
    const path = nodePath(graph, node.id, ...at, 'action')
    return [{ what: titled('actions', graph, name), rows, path }]
  }
  if (node.kind === 'action') return action(node.action)
  if (node.kind === 'escalate') {
    const rows = graph.requiresToEscalate.get(node.id)!
    const path = nodePath(graph, node.id, 'requires')
    return rows.length === 0 ? [] : [{ what: 'The escalation', rows, path }]
  }
  if (node.kind === 'close')
    return (node.options ?? []).flatMap((option, i) =>
      'action' in option ? action(option.action, 'options', i) : [],
    )
  return []
}

/** What the promise at a place of the document requires: one row or another. */
function requiredBy(graph: Graph, node: Node, path: Path): readonly Tests[] {
  if (node.kind === 'escalate') return graph.requiresToEscalate.get(node.id)!
  const option = node.kind === 'close' ? node.options?.[Number(path.at(-2))] : node
  return option && 'action' in option ? (graph.requires.get(option.action) ?? []) : []
}
