import type { Cases, Visit } from './cases'

const found = new WeakMap<Cases, ReadonlyMap<string, readonly Visit[]>>()

/** What comes to a node along all ways, looked up once for all nodes. */
export function visitsAt(cases: Cases, id: string): readonly Visit[] {
  let all = found.get(cases)
  if (!all) {
    all = byNode(cases.visits)
    found.set(cases, all)
  }
  return all.get(id) ?? []
}

function byNode(visits: readonly Visit[]): ReadonlyMap<string, readonly Visit[]> {
  const all = new Map<string, Visit[]>()
  for (const visit of visits) {
    const { id } = visit.state.node
    const there = all.get(id)
    if (there) there.push(visit)
    else all.set(id, [visit])
  }
  return all
}

/** The place, in the order of authority, of the highest tier that holds the decision where cases come to a node. */
export const highestRankAt = (cases: Cases, id: string): number =>
  visitsAt(cases, id).reduce((highest, { state }) => Math.max(highest, state.rank), -1)
