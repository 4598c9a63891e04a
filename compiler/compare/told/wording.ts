import type { Policy } from '../../language/policy'
import { nodeTitle } from '../../words/node-title'
import { actionTitle, factTitle } from '../../words/titles'
import { type Sentence, sentence } from './sentence'

/**
 * Words that changed and decide nothing: what the handbook's entries are called, how facts are asked for, and what is said
 * where something is asked. What is said with a decision is a situation of its own.
 */
export function wordingSentences(old: Policy, next: Policy): Sentence[] {
  const [was, is] = [old.handbook, next.handbook]
  const found: Sentence[] = []
  const compare = (text: string, before?: string, after?: string) => {
    if ((before ?? '') !== (after ?? '')) found.push(sentence(text, before || 'nothing', after || 'nothing'))
  }
  compare('The policy is called otherwise.', old.title, next.title)
  for (const tier of is.tiers) {
    const other = was.tiers.find(({ id }) => id === tier.id)
    if (other) compare(`${tier.id} is called otherwise.`, other.title, tier.title)
  }
  for (const [name, fact] of Object.entries(is.facts)) {
    const other = was.facts[name]
    if (!other) continue
    const title = `“${factTitle(name, is)}”`
    compare(`${title} is called otherwise.`, other.title, fact.title)
    compare(`${title} is asked for in other words.`, other.ask, fact.ask)
    compare(`${title} is explained to agents in other words.`, other.guidance, fact.guidance)
  }
  for (const [name, action] of Object.entries(is.actions)) {
    const other = was.actions[name]
    if (other) compare(`“${actionTitle(name, is)}” is called otherwise.`, other.title, action.title)
  }
  for (const rule of is.guardrails ?? []) {
    const other = was.guardrails?.find(({ id }) => id === rule.id)
    if (other)
      compare(`The guardrail “${rule.title || rule.id}” is called otherwise.`, other.title, rule.title)
  }
  for (const node of next.chart.nodes) {
    const other = old.chart.nodes.find(({ id }) => id === node.id)
    const asks = node.kind === 'question' || node.kind === 'trigger' || node.kind === 'start'
    if (!asks || !other || other.kind === 'note') continue
    const title = `“${nodeTitle(node, is)}”`
    compare(`At ${title}, other words are said.`, other.say, node.say)
    compare(`At ${title}, the agent is told other words.`, other.note, node.note)
  }
  return found
}
