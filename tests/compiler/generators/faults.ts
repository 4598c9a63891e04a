import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge, Policy } from '@/compiler/language/policy'
import type { Dice } from './dice'

type Fault = (policy: Policy, dice: Dice) => void

const nodesOf = <K extends Policy['chart']['nodes'][number]['kind']>(policy: Policy, kind: K) =>
  policy.chart.nodes.filter(node => node.kind === kind) as NodeOf<K>[]
const some = <T>(dice: Dice, items: readonly T[], use: (item: T) => void) => {
  if (items.length > 0) use(dice.pick(items))
}
const answersOf = (policy: Policy) => {
  const questions = new Set(nodesOf(policy, 'question').map(node => node.id))
  return policy.chart.edges.filter(edge => questions.has(edge.from))
}
const tested = (policy: Policy) => answersOf(policy).filter(edge => Object.keys(edge.when ?? {}).length > 0)
const fresh = (policy: Policy) => `new-${policy.chart.edges.length + policy.chart.nodes.length}`
const slip = (dice: Dice, name: string) => {
  const at = dice.int(1, name.length)
  return `${name.slice(0, at)}${dice.pick(['x', '_', '7'])}${name.slice(at)}`
}
const takeOut = (policy: Policy, edge: Edge) => policy.chart.edges.splice(policy.chart.edges.indexOf(edge), 1)

/** A step with nothing but words, put on a line. */
function putOn(policy: Policy, edge: Edge, node: Policy['chart']['nodes'][number], on: Partial<Edge>[]) {
  policy.chart.nodes.push(node)
  const to = edge.to
  edge.to = node.id
  for (const way of on) policy.chart.edges.push({ id: fresh(policy), from: node.id, to, ...way })
}

/** Slips of the kinds that people make; each changes the policy in place, or leaves it where it cannot. */
export const FAULTS = {
  'an answer is gone': (policy, dice) =>
    some(dice, answersOf(policy), edge => {
      if (answersOf(policy).filter(other => other.from === edge.from).length > 1) takeOut(policy, edge)
    }),
  'an answer has another’s test': (policy, dice) =>
    some(dice, tested(policy), edge =>
      some(
        dice,
        tested(policy).filter(other => other.from === edge.from),
        other => {
          edge.when = structuredClone(other.when!)
        },
      ),
    ),
  'an answer stands twice': (policy, dice) =>
    some(dice, tested(policy), edge => {
      policy.chart.edges.push({ ...structuredClone(edge), id: fresh(policy) })
    }),
  'a bound is taken along, or left out': (policy, dice) =>
    some(dice, tested(policy), edge => {
      const [fact, text] = dice.pick(Object.entries(edge.when!))
      edge.when![fact] = /[<>]=/.test(text)
        ? text.replace(/([<>])=/g, '$1')
        : text.replace(/([<>])(?!=)/g, '$1=')
    }),
  'an interval is the wrong way round': (policy, dice) =>
    some(dice, tested(policy), edge => {
      for (const [fact, text] of Object.entries(edge.when!))
        edge.when![fact] = text.replace(
          /\[([^[\]()]*(?:\([^)]*\))?)\.\.([^[\]()]*(?:\([^)]*\))?)\]/g,
          '[$2..$1]',
        )
    }),
  'authority only further up': (policy, dice) =>
    some(dice, Object.values(policy.handbook.actions), action => {
      const tiers = policy.handbook.tiers.map(tier => tier.id)
      const limits = Object.values(action.grants ?? {})[0] ?? {}
      action.grants = { [dice.pick(tiers)]: limits }
    }),
  'a limit shrinks further up': (policy, dice) =>
    some(dice, Object.values(policy.handbook.actions), action => {
      const tiers = policy.handbook.tiers.map(tier => tier.id)
      if (!action.params || tiers.length < 2) return
      const param = Object.keys(action.params)[0]!
      if (action.params[param]!.type !== 'number') return
      action.grants = {
        [tiers[0]!]: { [param]: '<= 25' },
        [tiers[1]!]: { [param]: dice.pick(['<= 10', '> 5']) },
      }
    }),
  'an escalation goes elsewhere': (policy, dice) =>
    some(dice, nodesOf(policy, 'escalate'), node => {
      node.to = dice.pick(policy.handbook.tiers).id
    }),
  'an escalation twice': (policy, dice) =>
    some(dice, nodesOf(policy, 'escalate'), node =>
      some(
        dice,
        policy.chart.edges.filter(edge => edge.to === node.id),
        edge =>
          putOn(policy, edge, { id: fresh(policy), kind: 'escalate', to: node.to, mode: 'consult' }, [{}]),
      ),
    ),
  'a name with a slip': (policy, dice) => {
    const { nodes, edges } = policy.chart
    some(
      dice,
      [
        () => some(dice, edges, edge => (edge.to = slip(dice, edge.to))),
        () => some(dice, nodesOf(policy, 'action'), node => (node.action = slip(dice, node.action))),
        () => some(dice, nodesOf(policy, 'escalate'), node => (node.to = slip(dice, node.to))),
        () => some(dice, nodesOf(policy, 'question'), node => (node.facts[0] = slip(dice, node.facts[0]!))),
        () =>
          some(dice, tested(policy), edge => {
            const [fact, text] = dice.pick(Object.entries(edge.when!))
            delete edge.when![fact]
            edge.when![slip(dice, fact)] = text
          }),
        () =>
          some(
            dice,
            nodes.filter(node => node.kind === 'close'),
            node => {
              node.say = `For {${slip(dice, Object.keys(policy.handbook.facts)[0]!)}} and {that}.`
            },
          ),
      ],
      plant => plant(),
    )
  },
  'a condition as people write it': (policy, dice) =>
    some(dice, tested(policy), edge => {
      const [fact, text] = dice.pick(Object.entries(edge.when!))
      edge.when![fact] = dice.pick([
        text.replace(/(?:date and time|date|time|duration)\("([^"]*)"\)/g, '$1'),
        text.replace(/(?:date and time|date|time|duration)\(("[^"]*")\)/g, '$1'),
        text.replaceAll('"', dice.pick(["'", '', '”'])),
        text.replaceAll('>=', '≥').replaceAll('<=', '=<').replaceAll(', ', ' or '),
      ])
    }),
  'a fact and an action for nothing': (policy, dice) => {
    policy.handbook.facts.idle = { type: 'boolean', source: 'record' }
    policy.handbook.actions.idle = { grants: {} }
    if (dice.chance(50))
      policy.scenarios = [
        { title: 'Idle', tier: policy.handbook.tiers[0]!.id, facts: { idle: true }, expect: {} },
      ]
  },
  'steps that nobody comes to': (policy, dice) => {
    const id = fresh(policy)
    const first = Object.keys(policy.handbook.facts)[0]!
    policy.chart.nodes.push({ id, kind: 'question', facts: [first] })
    some(dice, nodesOf(policy, 'close'), node =>
      policy.chart.edges.push({ id: `${id}-on`, from: id, to: node.id, otherwise: true }),
    )
  },
  'a question for nothing': (policy, dice) =>
    some(dice, policy.chart.edges, edge => {
      const boolean = Object.entries(policy.handbook.facts).find(
        ([, fact]) => fact.type === 'boolean' && !fact.mayBeUnknown && !fact.allowedValues,
      )
      if (!boolean) return
      const [fact] = boolean
      const target = policy.chart.nodes.find(node => node.id === edge.to)
      putOn(policy, edge, { id: fresh(policy), kind: 'question', facts: [fact] }, [
        { when: { [fact]: 'true' } },
        { when: { [fact]: 'false' } },
      ])
      if (target?.kind !== 'close' || !dice.chance(50)) return
      policy.chart.nodes.push({ ...structuredClone(target), id: `${target.id}-too` })
      policy.chart.edges.at(-1)!.to = `${target.id}-too`
    }),
  'a line too many, or none': (policy, dice) =>
    some(dice, policy.chart.edges, edge => {
      if (dice.chance(50)) takeOut(policy, edge)
      else policy.chart.edges.push({ ...structuredClone(edge), id: dice.pick([fresh(policy), edge.id]) })
    }),
  'another start': (policy, dice) => {
    if (dice.chance(50)) policy.chart.nodes.push({ id: 'second', kind: 'start' })
    else policy.chart.nodes = policy.chart.nodes.filter(node => node.kind !== 'start')
  },
  'what may not stand there': (policy, dice) =>
    some(
      dice,
      [
        () => some(dice, nodesOf(policy, 'escalate'), node => (node.within = 'PT1H')),
        () => some(dice, nodesOf(policy, 'question'), node => node.facts.push(node.facts[0]!)),
        () => some(dice, nodesOf(policy, 'question'), node => node.facts.shift()),
        () =>
          some(dice, nodesOf(policy, 'start'), ({ id }) => {
            for (const edge of policy.chart.edges) if (edge.from === id) edge.otherwise = true
          }),
        () =>
          some(dice, Object.values(policy.handbook.facts), fact => {
            if (fact.type !== 'number') fact.step = 1
          }),
        () =>
          some(dice, nodesOf(policy, 'action'), node => {
            for (const [name, value] of Object.entries(node.with ?? {}))
              if (typeof value !== 'object')
                node.with![name] = typeof value === 'string' ? value : String(value)
          }),
        () =>
          some(dice, Object.values(policy.handbook.facts), fact => {
            if (fact.allowedValues) fact.allowedValues += ', null'
          }),
      ],
      plant => plant(),
    ),
  'a field with a slip': (policy, dice) =>
    some(dice, policy.chart.nodes, node => {
      const [key, value] = dice.pick(Object.entries(node).filter(([name]) => name.length > 2))
      const bent = node as unknown as Record<string, unknown>
      if (dice.chance(50) && typeof value === 'string') bent[key] = slip(dice, value || 'none')
      else {
        delete bent[key]
        bent[slip(dice, key)] = value
      }
    }),
} as const satisfies Record<string, Fault>

/** Those of which few come to anything. */
const OFTEN = [
  'a bound is taken along, or left out',
  'a bound is taken along, or left out',
  'an answer is gone',
  'an answer has another’s test',
  'a line too many, or none',
  'a line too many, or none',
  'another start',
  'authority only further up',
  'an escalation twice',
] as const

/** A copy with one fault, or two, and their names. */
export function faulty(policy: Policy, dice: Dice): { policy: Policy; faults: string[] } {
  const copy = structuredClone(policy)
  const names = [...(Object.keys(FAULTS) as (keyof typeof FAULTS)[]), ...OFTEN]
  const faults = Array.from({ length: dice.pick([1, 1, 2]) }, () => dice.pick(names))
  for (const name of faults) FAULTS[name](copy, dice)
  return { policy: copy, faults }
}
