import type { Graph } from '../1-graph/graph'
import type { Path, Tests } from '../1-graph/read-tests'
import type { State } from '../1-graph/visible'
import type { Fix, Say } from '../language/finding'
import type { NodeOf } from '../language/kinds'
import { isSupplied, suppliersOf, type With } from '../language/kinds/common'
import { printSet } from '../language/tests/canonical'
import type { Domain } from '../language/tests/domain'
import { contains, equalSets, intersect, union, type ValueSet } from '../language/tests/value-set'
import { testWords } from '../language/tests/words'
import { toPoint } from '../runtime/values'
import { escalateBefore } from './authority-fix'
import { withinAuthority } from './authority-shown'
import type { Cases, Visit } from './cases'
import type { BehaviourCheck } from './check'
import { example, says } from './example'
import { limitsOnFact } from './heeded'
import { nodeName, nodePath, tierName, titled } from './names'
import { soundIn } from './sound'
import { highestRankAt, visitsAt } from './visits-at'

export const noAuthority: BehaviourCheck = {
  code: 'no-authority',
  about: 'behaviour',
  says: 'A tier does something on a path that it has no authority for.',
  because: 'The agent would promise what is not theirs to promise, in the company’s voice.',
  mend: 'Escalate before the step, lower what it grants, or give the tier that authority in the handbook.',
  offers:
    'Has the lowest tier that holds the authority decide first: by the escalation on the way, led to that tier, or by a new one before the step. A limit that leaves out what a lower tier may grant is widened to include it.',
  witness: {
    shows:
      'The case comes to the step, and the tier that holds the decision there has no grant that covers it.',
    confirms: (finding, replay) =>
      finding.path?.[0] === 'handbook'
        ? // Of two grants, whoever uses them: nothing in the chart could show it.
          finding.witness === undefined
        : !withinAuthority(finding, replay),
  },
  example: example('The front line credits more than it may', {
    actions: {
      credit: {
        title: 'Goodwill credit',
        params: { amount: { type: 'number' } },
        grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 200' } },
      },
    },
    nodes: [
      {
        id: 'credit-it',
        kind: 'action',
        title: 'Credit 100',
        action: 'credit',
        with: { amount: 100 },
        say: 'I have credited it.',
      },
      says('done', 'Is there anything else?'),
    ],
    lines: [
      ['start', 'credit-it'],
      ['credit-it', 'done'],
    ],
  }),
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
        const domain = graph.params.get(action)!.get(param)!
        const lower = below.limits.get(param)?.set ?? domain.all
        if (equalSets(intersect(set, lower), lower)) continue
        const path = ['handbook', 'actions', action, 'grants', tier, param]
        yield {
          message: `${tierName(graph, rank)} may do less than ${below.tier} with ${titled('actions', graph, action)}: its limit on ${param} leaves out what ${below.tier} may grant.`,
          path,
          ...(!graph.shared.actions.has(action) && {
            fix: widened(graph, path, union(set, lower, domain.grid?.next ?? Number), domain, below.tier),
          }),
        }
      }
    }
}

function widened(graph: Graph, path: Path, set: ValueSet, domain: Domain, below: string): Fix {
  const text = printSet(set, domain)
  return {
    title: `Give ${tierName(graph, graph.rank.get(String(path[4]))!)} what ${below} may grant: ${testWords(text ?? '-', domain.type)}`,
    edits: [text === null ? { path } : { path, value: text }],
  }
}

/** One finding for each step and tier, the first that its cases show. */
function* perNode(cases: Cases): Generator<Say> {
  const { graph, visits } = cases
  const { handbook } = graph.policy
  const seen = new Set<string>()
  const sound = graph.tiers.map(tier => soundIn(graph, 'no-authority', tier))
  for (const visit of visits) {
    const { node, rank } = visit.state
    if ((node.kind !== 'action' && node.kind !== 'close') || sound[rank]!.has(node, [handbook])) continue
    let clean = !takesFacts(node)
    for (const say of ofVisit(cases, visit.state, visit)) {
      clean = false
      const key = `${rank} ${(say.path as Path).join('.')}`
      if (seen.has(key)) continue
      seen.add(key)
      const fix = escalated(cases, visit.state)
      yield fix ? { ...say, fix } : say
    }
    if (clean) sound[rank]!.add(node, [handbook])
  }
}

/** Whether it depends on the case what is done here. */
function takesFacts(node: NodeOf<'action' | 'close'>): boolean {
  const uses = node.kind === 'action' ? [node] : (node.options ?? [])
  return uses.some(use => 'with' in use && suppliersOf(use.with).length > 0)
}

/** The fix that has the lowest tier decide here that may do all that is done here, of every case that comes here. */
function escalated(cases: Cases, { node }: State): Fix | undefined {
  const visits = visitsAt(cases, node.id)
  for (let rank = highestRankAt(cases, node.id) + 1; rank < cases.graph.tiers.length; rank++)
    if (visits.every(visit => ofVisit(cases, { node, rank }, visit).next().done))
      return escalateBefore(cases, node, rank)
  return undefined
}

/** What the step may not do as a tier of this rank, in the cases of a visit. */
function* ofVisit(cases: Cases, { node, rank }: State, visit: Visit): Generator<Say> {
  const path = nodePath(cases.graph, node.id)
  if (node.kind === 'action') yield* use(cases, { node, rank }, visit, node.action, node.with, path)
  if (node.kind === 'close')
    for (const [i, option] of (node.options ?? []).entries())
      if ('action' in option)
        yield* use(cases, { node, rank }, visit, option.action, option.with, [...path, 'options', i])
}

function* use(
  cases: Cases,
  { node, rank }: State,
  visit: Visit,
  action: string,
  args: With = {},
  path: Path,
): Generator<Say> {
  const { graph } = cases
  const grant = grantFor(graph, action, rank)
  const who = tierName(graph, rank)
  const what = titled('actions', graph, action)
  if (!grant) {
    yield {
      message: `${who} has no authority for ${what} at ${nodeName(node)}.`,
      path: [...path, 'action'],
      nodes: [node.id],
      witness: cases.witness(visit.box),
    }
    return
  }
  for (const [param, arg] of Object.entries(args)) {
    const domain = graph.params.get(action)!.get(param)!
    const limit = grant.limits.get(param)
    const limited = limit ? ` ${who} may grant ${limitWords(param, limit.set, domain)}.` : ''
    const place = { path: [...path, 'with', param], nodes: [node.id] }
    const called = `The ${param} of ${what} at ${nodeName(node)}`
    if (!isSupplied(arg)) {
      const point = arg === null ? null : (toPoint(domain.type, arg) ?? null)
      if (limit && !contains(limit.set, point))
        yield {
          message: `${called} is ${JSON.stringify(arg)}.${limited}`,
          ...place,
          witness: cases.witness(visit.box),
        }
      continue
    }
    const { fact } = arg
    const of = cases.slice.cells.get(fact)!
    for (const { tier, set } of limitsOnFact(graph, action, param, fact)) {
      if (tier !== null && tier !== grant.tier) continue
      const beyond = cases.within(visit.live, fact) & ~of.of(set)
      if (beyond === 0n) continue
      const values = testWords(of.text(beyond) ?? '-', of.domain.type)
      yield {
        message: `${called} is ${titled('facts', graph, fact)}, which may be ${values}.${tier === null ? ' The parameter does not allow it.' : limited}`,
        ...place,
        facts: [fact],
        witness: cases.witness(visit.narrowed(new Map([[fact, beyond]]))),
      }
      break
    }
  }
}

/** What a limit leaves of a parameter: "only 25 or less", or "no amount at all". */
function limitWords(param: string, limit: ValueSet, domain: Domain): string {
  const text = printSet(limit, domain)
  return text === '' ? `no ${param} at all` : `only ${testWords(text ?? '-', domain.type)}`
}
