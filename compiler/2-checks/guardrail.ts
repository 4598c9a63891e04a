import type { OutcomePattern } from '../language/handbook'
import type { Node } from '../language/kinds'
import type { BehaviourCheck } from './check'
import { nodeName } from './names'
import { sayCase } from './say-case'

export const guardrail: BehaviourCheck = {
  code: 'guardrail',
  about: 'behaviour',
  says: 'The chart decides a case in a way that a rule of the handbook forbids.',
  because: 'The handbook’s rules bind every chart, whoever draws it.',
  mend: 'Change the path of the example so that it ends as the rule demands.',
  find: cases =>
    cases.graph.guardrails.flatMap(({ rule, when }, index) => {
      const pattern = (rule.never ?? rule.always)!
      const caller = rule.tier === undefined ? cases.graph.tiers.length - 1 : cases.graph.rank.get(rule.tier)!
      const mark = (node: Node) => node.kind === 'action' && node.action === pattern.action
      const seen = cases.look(`the guardrail “${rule.title ?? rule.id}”`, { caller, when, mark })
      const broken = seen
        .ends()
        .find(({ state, marked }) => matches(pattern, state.node, marked) === (rule.never !== undefined))
      if (!broken) return []
      return [
        {
          message: `“${rule.title ?? rule.id}” is broken${sayCase(seen, broken.box, [...when.keys()])}: the case ends at ${nodeName(broken.state.node)}.`,
          path: ['handbook', 'guardrails', index],
          nodes: [broken.state.node.id],
          facts: [...when.keys()],
          witness: seen.witness(broken.box),
        },
      ]
    }),
}

/** Whether a walk that ends at this node, having done the pattern's action or not, matches it. */
function matches(pattern: OutcomePattern, node: Node, done: boolean): boolean {
  const close = node.kind === 'close' ? node : null
  const escalate = node.kind === 'escalate' ? node : null
  return (
    (pattern.end === undefined || pattern.end === node.kind) &&
    (pattern.result === undefined || pattern.result === close?.result) &&
    (pattern.to === undefined || pattern.to === escalate?.to) &&
    (pattern.mode === undefined || pattern.mode === escalate?.mode) &&
    (pattern.action === undefined || done) &&
    (pattern.options === undefined || pattern.options === (close?.options ?? []).length > 0)
  )
}
