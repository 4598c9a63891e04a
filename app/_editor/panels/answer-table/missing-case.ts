import { type Row, whenOf } from '@/compiler/2-checks/rows'
import type { Handbook, When } from '@/compiler/language/handbook'
import type { Edge } from '@/compiler/language/policy'
import { type Domain, setOf } from '@/compiler/language/tests/domain'
import { minus } from '@/compiler/language/tests/minus'
import { parseTest } from '@/compiler/language/tests/parse'
import { contains, intersect, isEmpty, type ValueSet } from '@/compiler/language/tests/value-set'
import { type JsonValue, type Point, toPoint } from '@/compiler/runtime/values'
import { domainOfFact } from '../../document/fact-domain'

/**
 * The answer for cases that none covers, around one of them: as wide as it can be without holding for a case that has
 * an answer. Null where the case cannot be told from what the answers say.
 */
export function missingCase(
  asked: readonly string[],
  edges: readonly Edge[],
  facts: Handbook['facts'],
  witness: Readonly<Record<string, JsonValue>>,
): When | null {
  const domains = new Map<string, Domain>()
  const points = new Map<string, Point | null>()
  for (const id of asked) {
    const fact = facts[id]
    const value = witness[id]
    const point = !fact || value === undefined ? undefined : value === null ? null : toPoint(fact.type, value)
    if (!fact || point === undefined) return null
    domains.set(id, domainOfFact(fact))
    points.set(id, point)
  }
  const row = new Map<string, ValueSet>()
  for (const edge of edges) {
    const other = edge.otherwise ? null : rowOf(edge, domains)
    if (!other) return null
    const within = (id: string) => row.get(id) ?? domains.get(id)!.all
    const apart = [...other].filter(([id, set]) => !contains(set, points.get(id)!))
    if (apart.some(([id, set]) => isEmpty(intersect(within(id), set)))) continue
    // One fact that tells the case from the answer is enough; the others stay as wide as they are.
    const [cut] = asked.flatMap(id => apart.filter(([fact]) => fact === id))
    if (!cut) return null
    const [id, set] = cut
    row.set(id, minus(within(id), set, domains.get(id)!))
  }
  return whenOf(row, domains)
}

/** What answers say, each read once: an answer is never changed in place, and an edit changes one of thousands. */
const known = new WeakMap<Edge, { row: Row | null; domains: readonly (Domain | undefined)[] }>()

function rowOf(edge: Edge, domains: ReadonlyMap<string, Domain>): Row | null {
  const own = Object.keys(edge.when ?? {}).map(id => domains.get(id))
  const before = known.get(edge)
  if (before && own.every((domain, i) => domain === before.domains[i])) return before.row
  const row = read(edge, domains)
  known.set(edge, { row, domains: own })
  return row
}

function read(edge: Edge, domains: ReadonlyMap<string, Domain>): Row | null {
  const row = new Map<string, ValueSet>()
  for (const [id, text] of Object.entries(edge.when ?? {})) {
    const domain = domains.get(id)
    const parsed = domain && parseTest(text, domain.type)
    if (!parsed?.ok) return null
    row.set(id, setOf(parsed.test, domain!))
  }
  return row
}
