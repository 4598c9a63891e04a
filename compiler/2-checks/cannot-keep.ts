import type { Path, Tests } from '../1-graph/read-tests'
import type { Say } from '../language/finding'
import type { Cases, Visit } from './cases'
import type { BehaviourCheck } from './check'
import { nodeName, nodePath, titled } from './names'
import { sayCase } from './say-case'

export const cannotKeep: BehaviourCheck = {
  code: 'cannot-keep',
  about: 'behaviour',
  says: 'Something is promised where what it requires does not hold.',
  because: 'An agreement that cannot be kept is worse than none.',
  mend: 'Ask first what the promise requires, and promise only where it holds.',
  find: cases => {
    const seen = new Set<string>()
    return cases.visits.flatMap(visit =>
      promises(cases, visit).flatMap(({ what, rows, path }): Say[] => {
        const key = path.join('.')
        if (rows.length === 0 || seen.has(key)) return []
        const box = cases.outside(visit.box, rows, 'promises', visit.state.node)
        if (!box) return []
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
  const path = nodePath(graph, node.id)
  const action = (name: string, at: Path) => ({
    what: titled('actions', graph, name),
    rows: graph.requires.get(name) ?? [],
    path: [...at, 'action'],
  })
  if (node.kind === 'action') return [action(node.action, path)]
  if (node.kind === 'escalate')
    return [
      { what: 'The escalation', rows: graph.requiresToEscalate.get(node.id)!, path: [...path, 'requires'] },
    ]
  if (node.kind === 'close')
    return (node.options ?? []).flatMap((option, i) =>
      'action' in option ? [action(option.action, [...path, 'options', i])] : [],
    )
  return []
}
