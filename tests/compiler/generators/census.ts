import { KINDS } from '@/compiler/language/kinds'
import { MODES } from '@/compiler/language/kinds/escalate'
import type { Policy } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import { FACT_TYPES } from '@/compiler/runtime/values'

/** Everything that random policies have to contain now and then, or a law over them says less than it seems to. */
const FEATURES = [
  ...Object.keys(KINDS).map(kind => `a ${kind}`),
  ...FACT_TYPES.map(type => `a test on a ${type}`),
  ...FACT_TYPES.map(type => `a parameter by a ${type}`),
  ...MODES.flatMap(mode => [`${mode} with a way out`, `${mode} without a way out`]),
  'one tier',
  'two tiers',
  'three tiers',
  'an escalation past a tier',
  'a fact that may be unknown',
  'a test that names null',
  'a parameter by a fact that may be unknown',
  'a parameter by a volunteered fact',
  'a literal parameter',
  'an option',
  'an option with a parameter by a fact',
  'options in words',
  'hit unique',
  'hit first',
  'an otherwise',
  'a join',
  'a join of paths of different tiers',
  'a question over several facts',
  'a fact asked again lower down',
  'a question on a volunteered fact',
  'a trigger on a volunteered fact',
  'a trigger on a record',
  'a trigger on a clock',
  'a trigger on several facts',
  'several triggers',
  'triggers of one priority',
  'an open string',
  'a closed string',
  'a step',
  'a number without a step',
  'a domain with a hole',
  'not(…)',
  'a test of anything',
  'words that name a fact',
  'a limit on a parameter',
  'a table with a linked table',
] as const
type Feature = (typeof FEATURES)[number]

/** Counts what was generated. */
export class Census {
  readonly counts = new Map<Feature, number>(FEATURES.map(feature => [feature, 0]))

  /** What never occurred. */
  missing = (): Feature[] => FEATURES.filter(feature => this.counts.get(feature) === 0)

  add(policy: Policy, artifacts: readonly Artifact[]) {
    for (const feature of featuresOf(policy, artifacts))
      this.counts.set(feature, this.counts.get(feature)! + 1)
  }
}

function featuresOf(policy: Policy, artifacts: readonly Artifact[]): Set<Feature> {
  const { chart, handbook } = policy
  const found = new Set<Feature>()
  const saw = (feature: Feature, when = true) => {
    if (when) found.add(feature)
  }
  const fact = (name: string) => handbook.facts[name]!
  const out = (id: string) => chart.edges.filter(edge => edge.from === id)
  saw((['one tier', 'two tiers', 'three tiers'] as const)[handbook.tiers.length - 1]!)
  saw(
    'a table with a linked table',
    artifacts.some(artifact => artifact.tables.length > 1),
  )

  const tests = [...chart.edges, ...chart.nodes].flatMap(holder =>
    Object.entries('when' in holder ? (holder.when ?? {}) : {}),
  )
  for (const [name, test] of tests) {
    saw(`a test on a ${fact(name).type}`)
    saw('a fact that may be unknown', fact(name).mayBeUnknown === true)
    saw('a test that names null', /\bnull\b/.test(test.replace(/"[^"]*"/g, '')))
    saw('not(…)', test.startsWith('not('))
    saw('a test of anything', test === '-')
    if (fact(name).type === 'string')
      saw(fact(name).allowedValues === undefined ? 'an open string' : 'a closed string')
    if (fact(name).type === 'number')
      saw(fact(name).step === undefined ? 'a number without a step' : 'a step')
    saw('a domain with a hole', fact(name).allowedValues?.includes('], [') === true)
  }

  const supplied = (given: Record<string, unknown> | undefined) => {
    const names: string[] = []
    for (const value of Object.values(given ?? {}))
      if (value !== null && typeof value === 'object') names.push((value as { fact: string }).fact)
      else saw('a literal parameter')
    for (const name of names) {
      saw(`a parameter by a ${fact(name).type}`)
      saw('a parameter by a fact that may be unknown', fact(name).mayBeUnknown === true)
      saw('a parameter by a volunteered fact', fact(name).volunteered === true)
    }
    return names.length > 0
  }

  const triggers = chart.nodes.filter(node => node.kind === 'trigger')
  saw('several triggers', triggers.length > 1)
  saw('triggers of one priority', new Set(triggers.map(trigger => trigger.priority)).size < triggers.length)
  for (const node of chart.nodes) {
    saw(`a ${node.kind}`)
    saw('words that name a fact', node.kind !== 'note' && /\{/.test(`${node.say}${node.note}`))
    switch (node.kind) {
      case 'question':
        saw(node.hit === 'first' ? 'hit first' : 'hit unique')
        saw('a question over several facts', node.facts.length > 1)
        saw(
          'a question on a volunteered fact',
          node.facts.some(name => fact(name).volunteered),
        )
        saw(
          'an otherwise',
          out(node.id).some(edge => edge.otherwise),
        )
        saw(
          'a fact asked again lower down',
          asksBelow(policy, node.id).some(name => node.facts.includes(name)),
        )
        break
      case 'trigger':
        for (const name of Object.keys(node.when)) {
          saw('a trigger on a volunteered fact', fact(name).volunteered === true)
          saw('a trigger on a record', fact(name).source === 'record')
          saw('a trigger on a clock', fact(name).source === 'clock')
        }
        saw('a trigger on several facts', Object.keys(node.when).length > 1)
        break
      case 'action':
        supplied(node.with)
        saw(
          'a limit on a parameter',
          Object.values(handbook.actions[node.action]!.grants ?? {}).some(
            limits => Object.keys(limits).length > 0,
          ),
        )
        break
      case 'escalate':
        saw(`${node.mode} ${out(node.id).length > 0 ? 'with' : 'without'} a way out`)
        saw(
          'an escalation past a tier',
          handbook.tiers.length === 3 &&
            node.to === handbook.tiers[2]!.id &&
            tiersAt(policy).get(node.id)!.has(0),
        )
        break
      case 'close':
        for (const option of node.options ?? []) {
          saw('an option')
          if ('say' in option) saw('options in words')
          else if (supplied(option.with)) saw('an option with a parameter by a fact')
        }
    }
  }
  const tiers = tiersAt(policy)
  for (const node of chart.nodes) {
    saw('a join', chart.edges.filter(edge => edge.to === node.id).length > 1)
    saw('a join of paths of different tiers', (tiers.get(node.id)?.size ?? 0) > 1)
  }
  return found
}

/** The facts of all questions below a node. */
function asksBelow({ chart }: Policy, id: string): string[] {
  const below = new Set<string>()
  const todo = [id]
  while (todo.length > 0) {
    const at = todo.pop()!
    for (const edge of chart.edges)
      if (edge.from === at && !below.has(edge.to)) {
        below.add(edge.to)
        todo.push(edge.to)
      }
  }
  return chart.nodes.flatMap(node => (below.has(node.id) && node.kind === 'question' ? node.facts : []))
}

/** By node, the places in the order of authority of the tiers at which paths reach it. */
function tiersAt({ chart, handbook }: Policy): Map<string, Set<number>> {
  const reached = new Map<string, Set<number>>()
  const todo = chart.nodes
    .filter(node => node.kind === 'start' || node.kind === 'trigger')
    .map(node => ({ id: node.id, tier: 0 }))
  while (todo.length > 0) {
    const { id, tier } = todo.pop()!
    const tiers = reached.get(id) ?? new Set<number>()
    if (tiers.has(tier)) continue
    reached.set(id, tiers.add(tier))
    const node = chart.nodes.find(one => one.id === id)!
    const after = node.kind === 'escalate' ? handbook.tiers.findIndex(one => one.id === node.to) : tier
    for (const edge of chart.edges) if (edge.from === id) todo.push({ id: edge.to, tier: after })
  }
  return reached
}
