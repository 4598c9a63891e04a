import { once, onceFor } from '../memory/once'
import type { Cases, Visit } from './cases'

/** Looked up once for all nodes. */
const byNode = onceFor(({ visits }: Cases): ReadonlyMap<string, readonly Visit[]> => {
  const all = new Map<string, Visit[]>()
  for (const visit of visits) once(all, visit.state.node.id, () => []).push(visit)
  return all
})

/** What comes to a node along all ways. */
export const visitsAt = (cases: Cases, id: string): readonly Visit[] => byNode(cases).get(id) ?? []

/** The place, in the order of authority, of the highest tier that holds the decision where cases come to a node. */
export const highestRankAt = (cases: Cases, id: string): number =>
  visitsAt(cases, id).reduce((highest, { state }) => Math.max(highest, state.rank), -1)
