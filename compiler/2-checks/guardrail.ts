import type { OutcomePattern } from '../language/handbook'
import type { Node } from '../language/kinds'
import type { BehaviourCheck } from './check'
import { asks, example, GIFT, says } from './example'
import { nodeName } from './names'
import type { Walked } from './replay'
import { sayCase } from './say-case'

export const guardrail: BehaviourCheck = {
  code: 'guardrail',
  about: 'behaviour',
  says: 'The chart decides a case in a way that a rule of the handbook forbids.',
  because: 'The handbook’s rules bind every chart, whoever draws it.',
  mend: 'Change the path of the example so that it ends as the rule demands.',
  offers: null,
  witness: {
    shows:
      'The rule is about the case, and the decision is one that it forbids, or not the one that it demands.',
    confirms: (finding, replay) => {
      const found = replay.graph.guardrails[Number(finding.path?.[2])]
      if (!found) return false
      const { rule, when } = found
      const walk = replay.walk(finding.witness, rule.tier)
      return (
        replay.hold(when, finding.witness ?? {}) &&
        walk.kind === 'decision' &&
        walk.path.nodes.at(-1) === finding.nodes?.[0] &&
        isDecided(walk, (rule.never ?? rule.always)!) === (rule.never !== undefined)
      )
    },
  },
  example: example('A gift is never declined, and one is', {
    facts: GIFT,
    guardrails: [
      {
        id: 'gifts',
        title: 'A gift is never declined',
        when: { gift: 'true' },
        never: { end: 'close', result: 'declined' },
      },
    ],
    nodes: [
      asks('ask', 'gift', 'Is it a gift?'),
      {
        id: 'no',
        kind: 'close',
        title: 'Declined',
        result: 'declined',
        say: 'I cannot do that.',
        options: [{ say: 'I can send you a card.' }],
      },
      says('yes', 'It is on its way.'),
    ],
    lines: [
      ['start', 'ask'],
      ['ask', 'no', { gift: 'true' }],
      ['ask', 'yes', { gift: 'false' }],
    ],
  }),
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

/** The same of a decision that was come to by following the chart. */
function isDecided({ steps, end }: Walked & { kind: 'decision' }, pattern: OutcomePattern): boolean {
  const { action, options, end: kind, ...named } = pattern
  const offered = end.kind === 'close' && (end.options ?? []).length > 0
  return (
    (kind === undefined || end.kind === kind) &&
    Object.entries(named).every(
      ([key, value]) => (end as unknown as Record<string, unknown>)[key] === value,
    ) &&
    (action === undefined || steps.some(step => step.action === action)) &&
    (options === undefined || options === offered)
  )
}
