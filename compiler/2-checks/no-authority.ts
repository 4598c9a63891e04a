import type { Graph } from '../1-graph/graph'
import type { Path, Tests } from '../1-graph/read-tests'
import type { Say } from '../language/finding'
import type { With } from '../language/kinds/common'
import { printSet } from '../language/tests/canonical'
import { contains, equalSets, intersect } from '../language/tests/value-set'
import { testWords } from '../language/tests/words'
import { toPoint } from '../runtime/values'
import { type Cases, limitsOnFact, type Visit } from './cases'
import type { BehaviourCheck } from './check'
import { nodeName, nodePath, tierName, titled } from './names'

export const noAuthority: BehaviourCheck = {
  code: 'no-authority',
  about: 'behaviour',
  says: 'A tier does something on a path that it has no authority for.',
  because: 'The agent would promise what is not theirs to promise, in the company’s voice.',
  mend: 'Escalate before the step, lower what it grants, or give the tier that authority in the handbook.',
  find: cases => [...shrinking(cases.graph), ...perNode(cases)],
}

/** The tier whose grant a tier of this rank has: its own, or the nearest below. */
function grantFor(graph: Graph, action: string, rank: number): { tier: string; limits: Tests } | null {
  const grants = graph.grants.get(action)
  for (let at = rank; at >= 0; at--) {
    const limits = grants?.get(graph.tiers[at]!)
    if (limits) return { tier: graph.tiers[at]!, limits }
  }
  return null
}

/** Grants of a higher tier that leave out what a lower one may do: authority only grows. */
function* shrinking(graph: Graph): Generator<Say> {
  for (const [action, grants] of graph.grants)
    for (const [rank, tier] of graph.tiers.entries()) {
      const own = grants.get(tier)
      const below = rank > 0 ? grantFor(graph, action, rank - 1) : null
      if (!own || !below) continue
      for (const [param, { set }] of own) {
        const lower = below.limits.get(param)?.set ?? graph.params.get(action)!.get(param)!.all
        if (equalSets(intersect(set, lower), lower)) continue
        yield {
          message: `${tierName(graph, rank)} may do less than ${below.tier} with ${titled('actions', graph, action)}: its limit on ${param} leaves out what ${below.tier} may grant.`,
          path: ['handbook', 'actions', action, 'grants', tier, param],
        }
      }
    }
}

/** One finding for each step and tier, the first that its cases show. */
function* perNode(cases: Cases): Generator<Say> {
  const seen = new Set<string>()
  for (const visit of cases.visits)
    for (const say of ofVisit(cases, visit)) {
      const key = `${visit.state.rank} ${(say.path as Path).join('.')}`
      if (!seen.has(key)) yield say
      seen.add(key)
    }
}

function* ofVisit(cases: Cases, { state: { node, rank }, box }: Visit): Generator<Say> {
  const path = nodePath(cases.graph, node.id)
  if (node.kind === 'action') yield* use(cases, { node, rank }, box, node.action, node.with, path)
  if (node.kind === 'close')
    for (const [i, option] of (node.options ?? []).entries())
      if ('action' in option)
        yield* use(cases, { node, rank }, box, option.action, option.with, [...path, 'options', i])
}

function* use(
  cases: Cases,
  { node, rank }: Visit['state'],
  box: Visit['box'],
  action: string,
  args: With = {},
  path: Path,
): Generator<Say> {
  const { graph } = cases
  const grant = grantFor(graph, action, rank)
  const who = tierName(graph, rank)
  const what = titled('actions', graph, action)
  const at = { nodes: [node.id] }
  if (!grant) {
    yield {
      message: `${who} has no authority for ${what} at ${nodeName(node)}.`,
      path: [...path, 'action'],
      ...at,
      witness: cases.witness(box),
    }
    return
  }
  for (const [param, arg] of Object.entries(args)) {
    const domain = graph.params.get(action)!.get(param)!
    const limit = grant.limits.get(param)
    const limited = limit
      ? ` ${who} may go no further than ${testWords(printSet(limit.set, domain) ?? '-', domain.type)}.`
      : ''
    const place = { path: [...path, 'with', param], ...at }
    if (typeof arg !== 'object' || arg === null) {
      const point = arg === null ? null : (toPoint(domain.type, arg) ?? null)
      if (limit && !contains(limit.set, point))
        yield {
          message: `The ${param} of ${what} at ${nodeName(node)} is ${JSON.stringify(arg)}.${limited}`,
          ...place,
          witness: cases.witness(box),
        }
      continue
    }
    for (const { tier, set } of limitsOnFact(graph, action, param, arg.fact)) {
      if (tier !== null && tier !== grant.tier) continue
      const beyond = cases.within(box, arg.fact) & ~cases.slice.cells.get(arg.fact)!.of(set)
      if (beyond === 0n) continue
      const of = cases.slice.cells.get(arg.fact)!
      const values = testWords(printSet(of.values(beyond), of.domain) ?? '-', of.domain.type)
      yield {
        message: `The ${param} of ${what} at ${nodeName(node)} is ${titled('facts', graph, arg.fact)}, which may be ${values}.${tier === null ? ' The parameter does not allow it.' : limited}`,
        ...place,
        facts: [arg.fact],
        witness: cases.witness(new Map(box).set(arg.fact, beyond)),
      }
      break
    }
  }
}
