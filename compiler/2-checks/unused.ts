import type { Graph } from '../1-graph/graph'
import { factsOf, namesIn } from '../1-graph/visible'
import type { Fix } from '../language/finding'
import type { StructureCheck } from './check'
import { example, GIFT, says } from './example'
import { titled } from './names'

export const unused: StructureCheck = {
  code: 'unused',
  about: 'structure',
  says: 'A fact or an action of the handbook that nothing uses.',
  because: 'It makes the handbook longer than the policy is.',
  mend: 'Use it, or take it out.',
  offers: 'Takes the entry out of the handbook, and out of the cases of scenarios.',
  witness: { none: 'It is about the handbook: no case makes a difference to what is not used.' },
  example: example('A fact that nothing uses', {
    facts: GIFT,
    nodes: [says('hello', 'How can I help?')],
    lines: [['start', 'hello']],
  }),
  find: graph => {
    const { handbook, chart } = graph.policy
    const facts = new Set(chart.nodes.flatMap(node => factsOf(node)))
    for (const edge of chart.edges) for (const fact of Object.keys(edge.when ?? {})) facts.add(fact)
    const rows = [
      ...Object.values(handbook.actions).flatMap(action => action.requires ?? []),
      ...chart.nodes.flatMap(node => (node.kind === 'escalate' ? (node.requires ?? []) : [])),
      ...(handbook.guardrails ?? []).map(rule => rule.when),
    ]
    for (const row of rows) for (const fact of Object.keys(row)) facts.add(fact)
    for (const fact of Object.values(handbook.facts))
      for (const name of [
        ...namesIn(fact.ask),
        ...namesIn(fact.guidance),
        ...(fact.about === undefined ? [] : [fact.about]),
      ])
        facts.add(name)
    const ruled = (handbook.guardrails ?? []).map(rule => (rule.never ?? rule.always)!.action)
    const actions = new Set([
      ...ruled,
      ...chart.nodes.flatMap(node => {
        if (node.kind === 'action') return [node.action]
        return node.kind === 'close'
          ? (node.options ?? []).flatMap(option => ('action' in option ? [option.action] : []))
          : []
      }),
    ])
    const left = (kind: 'facts' | 'actions', used: ReadonlySet<string | undefined>) =>
      Object.keys(handbook[kind])
        .filter(name => !used.has(name) && !graph.shared[kind].has(name))
        .map(name => ({
          message: `Nothing uses the ${kind === 'facts' ? 'fact' : 'action'} ${titled(kind, graph, name)}.`,
          path: ['handbook', kind, name],
          ...(kind === 'facts' && { facts: [name] }),
          ...fixed(graph, kind, name),
        }))
    return [...left('facts', facts), ...left('actions', actions)]
  },
}

/** None where a scenario expects it: that may be the only place that is right. */
function fixed(graph: Graph, kind: 'facts' | 'actions', name: string): { fix?: Fix } {
  const scenarios = graph.policy.scenarios ?? []
  const expected = scenarios.some(({ expect }) =>
    kind === 'facts'
      ? expect.asked?.includes(name)
      : expect.steps?.some(step => (typeof step === 'string' ? step : step.action) === name),
  )
  if (expected) return {}
  const told = scenarios.flatMap(({ facts }, i) =>
    kind === 'facts' && Object.hasOwn(facts, name) ? [{ path: ['scenarios', i, 'facts', name] }] : [],
  )
  return {
    fix: {
      title: `Take ${titled(kind, graph, name)} out of the handbook`,
      edits: [{ path: ['handbook', kind, name] }, ...told],
    },
  }
}
