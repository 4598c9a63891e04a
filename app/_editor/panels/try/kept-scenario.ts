import { cellsOf } from '@/compiler/3-diagram/cells'
import type { Policy, Scenario } from '@/compiler/language/policy'
import { playOn } from '@/compiler/meaning/play'
import type { Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'
import { endWords } from '@/compiler/words/decision-words'
import { graphOf } from '../../document/graph-of'
import { expectationOf } from '../scenarios/expectation'
import { caseWords } from '../words/case-words'

/** Facts in a title; a title with more is no longer read. */
const IN_TITLE = 3

/**
 * A call that was tried as a scenario: what was so, and what came out, to be expected from now on. Null where it did
 * not come to a decision.
 */
export function keptScenario(policy: Policy, tier: string, facts: Facts): Scenario | null {
  const told: Record<string, JsonValue> = {}
  for (const [fact, value] of Object.entries(facts)) if (value !== undefined) told[fact] = value as JsonValue
  const graph = graphOf(policy)
  const scenario = (): Scenario => ({ title: '', tier, facts: { ...told }, expect: {} })
  let played = playOn(graph, scenario())
  // A table may settle a case before the chart has asked for everything: then any value comes out the same.
  while (played.result.kind === 'ask') {
    const { fact } = played.result
    if (Object.hasOwn(told, fact)) return null
    told[fact] = cellsOf(graph.domains.get(fact)!, []).sample(0)
    played = playOn(graph, scenario())
  }
  const { result, asked } = played
  const expect = expectationOf(result, asked)
  if (!expect || result.kind !== 'decision') return null
  for (const fact of result.ignored ?? []) delete told[fact]
  const said = caseWords(told, policy.handbook, { timeZone: policy.timeZone }).slice(0, IN_TITLE)
  const title = [said.join(', '), endWords(result.end, policy.handbook)].filter(Boolean).join(' → ')
  return { ...scenario(), title, expect }
}
