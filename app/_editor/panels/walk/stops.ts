import type { Graph } from '@/compiler/1-graph/graph'
import { rankAfter } from '@/compiler/1-graph/visible'
import type { Handbook } from '@/compiler/language/handbook'
import { KINDS, type Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import type { WalkPath } from '@/compiler/meaning/decide'
import type { Facts } from '@/compiler/runtime/result'
import { actionWords, endWords } from '@/compiler/words/decision-words'
import { graphOf } from '../../document/graph-of'
import { nodeTitle } from '../../kinds'
import { factWords } from '../words/case-words'
import { tierTitle, whenWords } from '../words/titles'

/** A step that a case comes to, told. */
export interface Stop {
  node: string
  /** By which line. */
  edge?: string
  /** The name of the step, and what happens there. */
  title: string
  words: string
  /** The facts that settle there where it goes on. */
  facts: string[]
}

/** The steps of a walk, each with what is settled there. */
export function stopsOf(policy: Policy, tier: string, facts: Facts, path: WalkPath): Stop[] {
  const graph = graphOf(policy)
  const caller = graph.rank.get(tier) ?? 0
  let rank = 0
  return path.nodes.map((id, i): Stop => {
    const node = graph.nodes.get(id)!
    const looked = factsAt(graph, node)
    const here = rank
    rank = rankAfter(graph, node, rank, caller) ?? rank
    return {
      node: id,
      ...(i > 0 && { edge: path.edges[i - 1] }),
      title: nodeTitle(node, policy.handbook),
      words: wordsAt(policy, graph, node, facts, path.edges[i], graph.tiers[here]!),
      facts: looked,
    }
  })
}

/** The facts that a step looks at: those that some way out of it, or what it does, depends on. */
function factsAt(graph: Graph, node: Node): string[] {
  switch (node.kind) {
    case 'question':
      return node.facts.filter(fact => graph.out.get(node.id)!.some(edge => edge.when.has(fact)))
    case 'trigger':
      return Object.keys(node.when)
    case 'action':
      return Object.values(node.with ?? {}).flatMap(arg =>
        typeof arg === 'object' && arg !== null ? [arg.fact] : [],
      )
    default:
      return []
  }
}

function wordsAt(
  policy: Policy,
  graph: Graph,
  node: Node,
  facts: Facts,
  on: string | undefined,
  tier: string,
): string {
  const { handbook, timeZone } = policy
  const told = factsAt(graph, node).map(fact => factLine(fact, facts, handbook, timeZone))
  switch (node.kind) {
    case 'start':
      return 'The call begins.'
    case 'trigger':
      return `${told.join(', ')}. Whenever that is so, the call is led here.`
    case 'question': {
      const edge = policy.chart.edges.find(({ id }) => id === on)
      if (!edge) return `${told.join(', ')}.`
      const alone = node.facts.length === 1 ? node.facts[0] : undefined
      const answer = edge.otherwise ? 'otherwise' : whenWords(edge.when ?? {}, handbook, alone, timeZone)
      return `${told.join(', ')}. The answer: ${answer}.`
    }
    case 'action':
      return `${tierTitle(tier, handbook)} does: ${actionWords(node.action, node.with ?? {}, handbook)}.`
    case 'escalate':
      return on === undefined
        ? `${endWords(node, handbook)}.`
        : `${endWords(node, handbook)}, who goes on from here.`
    case 'close':
      return `${endWords({ kind: 'close', result: node.result }, handbook)}.`
    case 'note':
      return KINDS.note.title
  }
}

/** "Time of the call: 4:30 PM"; what a customer may bring up and did not is not so. */
export function factLine(fact: string, facts: Facts, handbook: Handbook, timeZone?: string): string {
  const value = facts[fact]
  if (value === undefined && handbook.facts[fact]?.volunteered) return factWords(fact, false, handbook)
  return value === undefined
    ? `${handbook.facts[fact]?.title ?? fact}: not yet known`
    : factWords(fact, value, handbook, timeZone)
}
