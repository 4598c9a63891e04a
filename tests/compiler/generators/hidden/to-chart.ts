import type { Action } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { someTest } from '../random-answers'
import { type RandomFact, randomFact } from '../random-facts'
import { type Change, type Hidden, ofKind, one, targets } from './hidden-parts'

const CUTS = {
  number: '3.125',
  time: 'time("10:10:10")',
  date: 'date("2026-01-03")',
  'days and time duration': 'duration("PT17M")',
} as const

/** A test on a fact of the handbook, at a value that nothing else need mention. */
function newTest({ dice, policy }: Hidden, name: string): string {
  const { type } = policy.handbook.facts[name]!
  if (type in CUTS) return `${dice.pick(['<', '<=', '>'])} ${CUTS[type as keyof typeof CUTS]}`
  return type === 'boolean' ? dice.pick(['true', 'false']) : type === 'string' ? 'not("canary")' : '-'
}

/** Tiers that a walk below a hidden step may still be raised to: any, since a wrong one is no error of structure. */
const someTier = ({ dice, policy }: Hidden) => dice.pick(policy.handbook.tiers).id

/** Changes of the part of the chart that a tier does not see. */
export const TO_CHART = {
  'reasons and costs': ({ dice, policy }) => {
    for (const node of policy.chart.nodes)
      if (node.kind !== 'note' && dice.chance(50))
        Object.assign(node, { why: `Canary ${dice.int(0, 9)}`, minutes: { agent: dice.int(0, 9) } })
  },

  places: ({ dice, policy }) => {
    for (const node of policy.chart.nodes)
      if (dice.chance(50)) node.position = { x: dice.int(-900, 900), y: dice.int(-900, 900) }
  },

  remarks: ({ dice, policy }) => {
    const { nodes } = policy.chart
    const remark = one(dice, ofKind(nodes, 'note'))
    if (remark && dice.chance(40)) nodes.splice(nodes.indexOf(remark), 1)
    else if (remark && dice.chance(50)) remark.text = `Canary ${dice.int(0, 99)}`
    else
      nodes.push({ id: `${dice.pick(['0', 'zz'])}-remark-${dice.int(0, 999)}`, kind: 'note', text: 'Canary' })
  },

  'words of hidden steps': ({ dice, policy, nodes }) => {
    const fact = one(dice, Object.keys(policy.handbook.facts))
    for (const node of nodes)
      if (dice.chance(60))
        Object.assign(node, {
          say: fact === undefined ? 'Canary' : `Canary {${fact}}`,
          note: `Canary ${dice.int(0, 9)}`,
          title: 'Canary',
        })
  },

  'names of hidden steps': ({ dice, policy, nodes }) => {
    const renamed = new Map<string, string>()
    for (const { id } of nodes)
      renamed.set(id, `${dice.pick(['0', 'k', 'zz'])}-canary-${renamed.size}-${dice.int(0, 99)}`)
    for (const node of nodes) node.id = renamed.get(node.id)!
    for (const edge of policy.chart.edges) {
      edge.from = renamed.get(edge.from) ?? edge.from
      edge.to = renamed.get(edge.to) ?? edge.to
    }
  },

  'names of hidden lines': ({ dice, edges }) => {
    for (const edge of edges) edge.id = `${dice.pick(['0', 'k', 'zz'])}-${edge.id}`.slice(0, 60)
  },

  'a hidden line leads elsewhere': ({ dice, policy, edges }) => {
    const edge = one(dice, edges)
    if (edge) edge.to = one(dice, targets(policy, edge.from))?.id ?? edge.to
  },

  'a hidden line less': ({ dice, policy, edges }) => {
    const { chart } = policy
    const kind = (id: string) => chart.nodes.find(node => node.id === id)!.kind
    const left = edges.filter(
      ({ from }) =>
        kind(from) === 'escalate' ||
        (kind(from) === 'question' && chart.edges.filter(edge => edge.from === from).length > 1),
    )
    const edge = one(dice, left)
    if (edge) chart.edges.splice(chart.edges.indexOf(edge), 1)
  },

  'a hidden answer more': hidden => {
    const { dice, policy, nodes } = hidden
    const question = one(dice, ofKind(nodes, 'question'))
    const to = question && one(dice, targets(policy, question.id))
    if (!to) return
    const id = `${dice.pick(['0', 'zz'])}-more-${dice.int(0, 999)}`
    const fact = dice.pick(question.facts)
    policy.chart.edges.push({ id, from: question.id, to: to.id, when: { [fact]: newTest(hidden, fact) } })
  },

  'another test in a hidden answer': hidden => {
    const { dice, policy, edges, nodes } = hidden
    const questions = ofKind(nodes, 'question')
    const edge = one(
      dice,
      edges.filter(edge => edge.when && questions.some(node => node.id === edge.from)),
    )
    const question = edge && questions.find(node => node.id === edge.from)!
    const fact = one(dice, Object.keys(policy.handbook.facts))
    if (!question || fact === undefined) return
    if (!question.facts.includes(fact)) question.facts.push(fact)
    edge.when = { ...edge.when, [fact]: newTest(hidden, fact) }
  },

  'which answer of a hidden question goes first': ({ dice, nodes }) => {
    const question = one(dice, ofKind(nodes, 'question'))
    if (!question) return
    question.hit = question.hit === 'first' ? 'unique' : 'first'
    question.facts = dice.shuffle(question.facts)
  },

  'what hidden steps do': hidden => {
    const { dice, policy, nodes } = hidden
    for (const node of nodes) {
      if (!dice.chance(60)) continue
      if (node.kind === 'action') {
        const plain = Object.entries(policy.handbook.actions).filter(([, { params }]) => !params)
        const [name] = one(dice, plain) ?? []
        if (name !== undefined) Object.assign(node, { action: name, with: {} })
      } else if (node.kind === 'close') {
        node.result = node.result === 'resolved' ? 'declined' : 'resolved'
        node.options = [{ say: 'Canary' }]
      } else if (node.kind === 'escalate') {
        node.to = someTier(hidden)
        node.mode = 'callback'
        node.within = dice.pick(['PT7M', 'P9D'])
      }
    }
  },

  'a hidden step less': ({ dice, policy, nodes }) => {
    const { chart } = policy
    const next = (id: string) => chart.edges.find(edge => edge.from === id)?.to
    const node = one(
      dice,
      nodes.filter(({ id }) => next(id) !== undefined || !chart.edges.some(edge => edge.to === id)),
    )
    if (!node) return
    const to = next(node.id)
    chart.nodes.splice(chart.nodes.indexOf(node), 1)
    chart.edges = chart.edges.filter(edge => edge.from !== node.id)
    for (const edge of chart.edges) if (edge.to === node.id) edge.to = to!
  },

  'a hidden step more on a hidden line': ({ dice, policy, edges }) => {
    const { chart } = policy
    const edge = one(dice, edges)
    const plain = Object.entries(policy.handbook.actions).find(([, { params }]) => !params)?.[0]
    if (!edge || plain === undefined) return
    const id = `${dice.pick(['0', 'm', 'zz'])}-step-${dice.int(0, 999)}`
    chart.nodes.push({ id, kind: 'action', action: plain, say: 'Canary' })
    chart.edges.push({ id: `${id}-on`, from: id, to: edge.to })
    edge.to = id
  },

  'a hidden step that leads into what is seen': ({ dice, policy, sight, edges }) => {
    const { chart } = policy
    const seen = chart.nodes.filter(
      ({ id, kind }) => sight.nodes.has(id) && kind !== 'start' && kind !== 'trigger',
    )
    const to = one(dice, seen)
    const plain = Object.entries(policy.handbook.actions).find(([, { params }]) => !params)?.[0]
    if (!to || plain === undefined) return
    const id = `${dice.pick(['0', 'm', 'zz'])}-into-${dice.int(0, 999)}`
    chart.nodes.push({ id, kind: 'action', action: plain })
    chart.edges.push({ id: `${id}-on`, from: id, to: to.id })
    // Something hidden leads to it, where that makes no circle.
    const edge = one(
      dice,
      edges.filter(({ from }) => !targetsOf(policy, from, id)),
    )
    if (edge) edge.to = id
  },

  'a way out of an escalation taken away': ({ dice, policy, sight, edges }) => {
    const edge = one(
      dice,
      edges.filter(({ from }) => sight.nodes.has(from)),
    )
    if (edge) policy.chart.edges.splice(policy.chart.edges.indexOf(edge), 1)
  },

  'another chart behind an escalation': hidden => {
    const { dice, policy, sight, tier } = hidden
    const { chart, handbook } = policy
    const rank = (name: string) => handbook.tiers.findIndex(one => one.id === name)
    const at = one(
      dice,
      ofKind(chart.nodes, 'escalate').filter(node => sight.nodes.has(node.id) && rank(node.to) > rank(tier)),
    )
    if (!at) return
    const made: RandomFact = randomFact(dice, `${dice.pick(['0', 'zz'])}-canary-${dice.int(0, 999)}`)
    handbook.facts[made.id] = made.fact
    const seen = one(dice, [...sight.decidedBy])
    const asked = seen !== undefined && dice.chance(60) ? seen : made.id
    const test = asked === made.id ? someTest(dice, made) : newTest(hidden, asked)
    const id = (name: string) => `${made.id}-${name}`
    const type = dice.chance(60) ? made.fact.type : dice.pick(FACT_TYPES)
    const action: Action = { grants: { [at.to]: {} }, params: { p: { type } } }
    const acts = type === made.fact.type
    if (acts) handbook.actions[id('do')] = action
    chart.edges = chart.edges.filter(edge => edge.from !== at.id)
    const nodes: Node[] = [
      { id: id('q'), kind: 'question', facts: [asked], title: 'Canary' },
      acts
        ? { id: id('a'), kind: 'action', action: id('do'), with: { p: { fact: made.id } }, say: 'Canary' }
        : { id: id('a'), kind: 'close', result: 'resolved', say: `Canary {${made.id}}` },
      { id: id('b'), kind: 'close', result: 'declined' },
    ]
    chart.nodes.push(...nodes)
    chart.edges.push(
      { id: id('1'), from: at.id, to: id('q') },
      { id: id('2'), from: id('q'), to: id('a'), when: { [asked]: test } },
      { id: id('3'), from: id('q'), to: id('b'), otherwise: true },
    )
    if (acts) chart.edges.push({ id: id('4'), from: id('a'), to: id('b') })
    if (made.fact.source === 'clock') policy.timeZone ??= 'Europe/London'
  },

  'what nothing leads to any more': ({ policy }) => {
    const { chart } = policy
    const seen = new Set<string>()
    const open = chart.nodes
      .filter(({ kind }) => kind === 'start' || kind === 'trigger' || kind === 'note')
      .map(({ id }) => id)
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      for (const edge of chart.edges) if (edge.from === id) open.push(edge.to)
    }
    chart.nodes = chart.nodes.filter(node => seen.has(node.id))
    chart.edges = chart.edges.filter(edge => seen.has(edge.from))
  },
} as const satisfies Record<string, Change>

/** Whether a line from one step to the other would make a circle. */
const targetsOf = (policy: Hidden['policy'], from: string, to: string) =>
  !targets(policy, from).some(({ id }) => id === to)
