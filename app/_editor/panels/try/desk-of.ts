import type { Desk } from '@/app/_desk/desk'
import { visibleTo } from '@/compiler/1-graph/visible'
import type { ArtifactQuestion } from '@/compiler/runtime/artifact'
import { graphOf } from '../../document/graph-of'
import type { Book } from './call'

/** What a tier's desk is laid out by: its table, or where the draft has none, what of the chart the tier sees. */
export function deskOf({ policy, artifacts }: Book, tier: string): Desk {
  const { handbook, timeZone } = policy
  const named = { timeZone, actions: handbook.actions, tiers: handbook.tiers }
  const artifact = artifacts?.[tier]
  if (artifact) return { ...named, facts: artifact.facts, questions: artifact.questions }
  const graph = graphOf(policy)
  const visible = visibleTo(graph, graph.rank.get(tier) ?? 0)
  const facts = Object.entries(handbook.facts).filter(([fact]) => visible.facts.has(fact))
  const questions = visible.reached.flatMap(({ node }): [string, ArtifactQuestion][] =>
    node.kind === 'question' ? [[node.id, node]] : [],
  )
  return { ...named, facts: Object.fromEntries(facts), questions: Object.fromEntries(questions) }
}
