import type { Graph, GraphEdge } from '../1-graph/graph'
import type { Fix } from '../language/finding'
import type { NodeOf } from '../language/kinds'
import { type Domain, passesAll } from '../language/tests/domain'
import { restOf } from '../language/tests/minus'
import { contains, isEmpty, union, type ValueSet } from '../language/tests/value-set'
import type { Cases } from './cases'
import { nodeName, tierName } from './names'
import { Redraw } from './redraw'
import { setWords, whenOf } from './rows'
import { isSliver } from './sliver'
import { highestRankAt } from './visits-at'

/** What no answer of a question covers, in one fact; null where several facts leave it open. */
export function uncovered(
  graph: Graph,
  question: NodeOf<'question'>,
  answers: readonly GraphEdge[],
): { fact: string; domain: Domain; left: ValueSet } | null {
  const tested = new Set(
    answers.flatMap(({ when }) =>
      [...when.values()].flatMap(({ fact, set }) => (passesAll(set, graph.domains.get(fact)!) ? [] : [fact])),
    ),
  )
  const [fact = question.facts[0]!, more] = tested
  if (more !== undefined) return null
  const domain = graph.domains.get(fact)!
  const covered = answers.map(({ when }) => when.get(fact)?.set ?? domain.all)
  return { fact, domain, left: restOf(domain, covered) }
}

/**
 * The missing answer. A sliver between two answers (three o’clock between before and after three) belongs to the one
 * above it. Anything wider is handed to somebody above: by an escalation that ends here or elsewhere in the chart, or
 * else by a new one. At the highest tier there is nobody above, and only a person knows.
 */
export function gapFix(cases: Cases, question: NodeOf<'question'>): Fix | undefined {
  const { graph } = cases
  const out = graph.out.get(question.id)!
  const missing = uncovered(graph, question, out)
  if (missing) {
    const sliver = widened(graph, out, missing)
    if (sliver) return sliver
  }
  const rank = highestRankAt(cases, question.id)
  if (rank + 1 >= graph.tiers.length) return undefined
  const redraw = new Redraw(graph)
  const there = handOver(graph, out, rank)
  const to =
    there?.id ??
    redraw.add({ id: 'escalate', kind: 'escalate', to: graph.tiers[rank + 1]!, mode: 'transfer' })
  const answer = missing
    ? { when: whenOf(new Map([[missing.fact, missing.left]]), graph.domains) }
    : ({ otherwise: true } as const)
  const words = missing ? setWords(missing.left, missing.domain) : 'otherwise'
  const where = there ? nodeName(there) : `a new escalation to ${tierName(graph, rank + 1)}`
  return {
    title: `Add the answer “${words}”, leading to ${where}`,
    edits: redraw.draw({ from: question.id, to, ...answer }).edits,
  }
}

/** An escalation above this rank that ends the case, whatever the case: one of the answers’ first. */
function handOver(graph: Graph, out: readonly GraphEdge[], rank: number): NodeOf<'escalate'> | undefined {
  const ends = [...out.map(edge => graph.nodes.get(edge.to)!), ...graph.nodes.values()].filter(
    node => node.kind === 'escalate',
  )
  const open = ends.filter(
    node =>
      graph.rank.get(node.to)! > rank &&
      graph.out.get(node.id)!.length === 0 &&
      (node.requires ?? []).length === 0,
  )
  const own = open.find(node => out.some(edge => edge.to === node.id))
  return own ?? open.find(node => graph.rank.get(node.to) === rank + 1)
}

/** Slivers alone: each is put to the answer that begins above it. */
function widened(
  graph: Graph,
  out: readonly GraphEdge[],
  { fact, domain, left }: { fact: string; domain: Domain; left: ValueSet },
): Fix | undefined {
  if (left.of !== 'grid' || left.null || isEmpty(left)) return undefined
  const grown = new Map<GraphEdge, ValueSet>()
  for (const range of left.ranges) {
    const above = domain.grid!.next(range[1])
    const upper = out.find(({ when }) => when.has(fact) && contains(when.get(fact)!.set, above))
    if (!upper || !isSliver(range, domain)) return undefined
    const one: ValueSet = { of: 'grid', ranges: [range], null: false }
    grown.set(upper, union(grown.get(upper) ?? upper.when.get(fact)!.set, one, domain.grid!.next))
  }
  const redraw = new Redraw(graph)
  for (const [edge, set] of grown) {
    const row = new Map([...edge.when].map(([name, test]) => [name, name === fact ? set : test.set]))
    redraw.answer(edge.index, whenOf(row, graph.domains, edge, graph.policy.chart.edges[edge.index]!.when))
  }
  const [only, more] = grown.keys()
  const answer = more ? 'the answers above' : `the answer to ${nodeName(graph.nodes.get(only!.to)!)}`
  return { title: `Add ${setWords(left, domain)} to ${answer}`, edits: redraw.edits }
}
