import type { Fact } from '@/compiler/language/fact'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { toJson, toPoint } from '@/compiler/runtime/values'
import type { Dice } from '../generators/dice'

type Edit = (policy: Policy, dice: Dice) => void
type Kind = Policy['chart']['nodes'][number]['kind']

export const nodesOf = <K extends Kind>(policy: Policy, kind: K) =>
  policy.chart.nodes.filter(node => node.kind === kind) as NodeOf<K>[]
export const some = <T>(dice: Dice, items: readonly T[], use: (item: T) => void) => {
  if (items.length > 0) use(dice.pick(items))
}

/** Moves a literal of a test: the next step of a number, a second, a day or a millisecond on, another text. */
function moved(text: string, { type, step }: Fact): string {
  if (type === 'number') return String(Number((Number(text) + (step ?? 0.5)).toPrecision(12)))
  if (type === 'string') return JSON.stringify(`${JSON.parse(text)}!`)
  const point = toPoint(type, JSON.parse(text))
  if (typeof point !== 'number') return text
  try {
    return JSON.stringify(toJson(type, point + 1))
  } catch {
    return text
  }
}

const literalsOf = (test: string, { type }: Fact) =>
  type === 'number'
    ? (test.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? [])
    : (test.match(/"(?:[^"\\]|\\.)*"/g) ?? [])

/** Puts a question into a line: one of its answers ends the case, the other leads on as before. */
function inserted(policy: Policy, dice: Dice, name: string, test: string) {
  some(dice, policy.chart.edges, edge => {
    const { chart } = policy
    chart.nodes.push(
      { id: 'inserted', kind: 'question', facts: [name] },
      { id: 'inserted-end', kind: 'close', result: 'resolved', say: 'Something new.' },
    )
    chart.edges.push(
      { id: 'inserted-yes', from: 'inserted', to: 'inserted-end', when: { [name]: test } },
      { id: 'inserted-no', from: 'inserted', to: edge.to, otherwise: true },
    )
    edge.to = 'inserted'
  })
}

const testOf = (policy: Policy, dice: Dice): [string, string] | undefined => {
  const tests = policy.chart.edges.flatMap(({ when }) => Object.entries(when ?? {}))
  return tests.length > 0 ? dice.pick(tests) : undefined
}

/** What managers do between one version and the next; each changes the policy in place, or leaves it where it cannot. */
export const EDITS = {
  'a threshold moved': (policy, dice) =>
    some(dice, nodesOf(policy, 'question'), ({ id, facts }) => {
      const name = dice.pick(facts)
      const fact = policy.handbook.facts[name]!
      const answers = policy.chart.edges.filter(edge => edge.from === id && edge.when?.[name] !== undefined)
      some(dice, [...new Set(answers.flatMap(edge => literalsOf(edge.when![name]!, fact)))], literal => {
        const other = moved(literal, fact)
        for (const edge of answers)
          edge.when = { ...edge.when, [name]: edge.when![name]!.replaceAll(literal, other) }
      })
    }),
  'another wording': (policy, dice) =>
    some(dice, [...nodesOf(policy, 'action'), ...nodesOf(policy, 'close')], node => {
      node.say = `${node.say ?? ''} And thank you for calling.`
    }),
  'an answer rerouted': (policy, dice) =>
    some(dice, policy.chart.edges, edge => {
      const targets = policy.chart.nodes.filter(({ kind }) => ['close', 'action', 'question'].includes(kind))
      some(dice, targets, ({ id }) => {
        edge.to = id
      })
    }),
  'two answers swapped': (policy, dice) =>
    some(dice, nodesOf(policy, 'question'), ({ id }) => {
      const answers = policy.chart.edges.filter(edge => edge.from === id)
      const [one, two] = dice.shuffle(answers)
      if (one && two) [one.to, two.to] = [two.to, one.to]
    }),
  'a case ends otherwise': (policy, dice) =>
    some(dice, nodesOf(policy, 'close'), node => {
      node.result = node.result === 'resolved' ? 'declined' : 'resolved'
    }),
  'something else is offered': (policy, dice) =>
    some(dice, nodesOf(policy, 'close'), node => {
      node.options = [...(node.options ?? []), { say: 'Or something else entirely.' }]
    }),
  'another way to hand over': (policy, dice) =>
    some(dice, nodesOf(policy, 'escalate'), node => {
      node.mode = node.mode === 'consult' ? 'transfer' : 'consult'
      delete node.within
    }),
  'an answer may be unknown': (policy, dice) =>
    some(dice, Object.values(policy.handbook.facts), fact => {
      if (fact.mayBeUnknown) delete fact.mayBeUnknown
      else if (!fact.volunteered) fact.mayBeUnknown = true
    }),
  'a domain widened': (policy, dice) =>
    some(
      dice,
      Object.values(policy.handbook.facts).filter(fact => fact.allowedValues !== undefined),
      fact => {
        if (dice.chance(50)) delete fact.allowedValues
        else if (fact.type === 'string') fact.allowedValues += ', "something new"'
        else if (fact.type === 'number') fact.allowedValues += ', 4096'
      },
    ),
  'a fact added': (policy, dice) => {
    policy.handbook.facts.added = { type: 'boolean', source: 'customer' }
    inserted(policy, dice, 'added', 'true')
  },
  'a question inserted': (policy, dice) => {
    const test = testOf(policy, dice)
    if (test) inserted(policy, dice, ...test)
  },
  'a step inserted': (policy, dice) =>
    some(dice, policy.chart.edges, edge => {
      policy.handbook.actions.thank = { grants: { [policy.handbook.tiers[0]!.id]: {} } }
      policy.chart.nodes.push({ id: 'thanks', kind: 'action', action: 'thank', say: 'Thank you.' })
      policy.chart.edges.push({ id: 'thanks-on', from: 'thanks', to: edge.to })
      edge.to = 'thanks'
    }),
  'a parameter changed': (policy, dice) =>
    some(
      dice,
      nodesOf(policy, 'action').flatMap(node => Object.keys(node.with ?? {}).map(name => ({ node, name }))),
      ({ node, name }) => {
        const { type } = policy.handbook.actions[node.action]!.params![name]!
        const facts = Object.entries(policy.handbook.facts).filter(([, fact]) => fact.type === type)
        if (facts.length > 0 && dice.chance(60))
          node.with = { ...node.with, [name]: { fact: dice.pick(facts)[0] } }
        else if (type === 'number') node.with = { ...node.with, [name]: dice.int(0, 25) }
        else if (type === 'boolean') node.with = { ...node.with, [name]: dice.chance(50) }
        else if (type === 'string') node.with = { ...node.with, [name]: 'another' }
      },
    ),
  'a trigger added': (policy, dice) => {
    policy.handbook.facts.word = { type: 'boolean', source: 'customer', volunteered: true }
    const nodes = policy.chart.nodes.filter(({ kind }) => kind === 'close')
    some(dice, nodes, ({ id }) => {
      policy.chart.nodes.push({
        id: 'magic',
        kind: 'trigger',
        priority: dice.int(0, 4),
        when: { word: 'true' },
      })
      policy.chart.edges.push({ id: 'magic-on', from: 'magic', to: id })
    })
  },
  'a trigger more urgent': (policy, dice) =>
    some(dice, nodesOf(policy, 'trigger'), node => {
      node.priority = dice.int(0, 4)
    }),
  'a tier added': ({ handbook }) => {
    handbook.tiers.push({ id: 'T9', title: 'The board' })
  },
  'steps changed': ({ handbook }, dice) =>
    some(
      dice,
      Object.values(handbook.facts).filter(({ type }) => type === 'number'),
      fact => {
        const other = [undefined, 0.5, 0.2, 0.1, 0.05, 2, 3].filter(step => step !== fact.step)
        const step = dice.pick(other)
        if (step === undefined) delete fact.step
        else fact.step = step
      },
    ),
  'a type changed': ({ handbook, chart }, dice) => {
    const alone = nodesOf({ handbook, chart } as Policy, 'question').filter(({ facts }) => facts.length === 1)
    some(dice, alone, ({ facts: [name] }) => {
      const { allowedValues: _, step: __, mayBeUnknown: ___, ...rest } = handbook.facts[name!]!
      handbook.facts[name!] = { ...rest, type: rest.type === 'boolean' ? 'number' : 'boolean' }
      const [yes, no] = rest.type === 'boolean' ? ['< 5', '>= 5'] : ['true', 'false']
      for (const { id } of alone.filter(({ facts }) => facts[0] === name)) {
        const [first, second, ...more] = chart.edges.filter(edge => edge.from === id)
        for (const [edge, test] of [
          [first, yes],
          [second, no],
        ] as const) {
          if (!edge) return
          delete edge.otherwise
          edge.when = { [name!]: test! }
        }
        chart.edges = chart.edges.filter(edge => !more.includes(edge))
      }
    })
  },
} as const satisfies Record<string, Edit>

export type EditName = keyof typeof EDITS

const RARE: EditName[] = [
  'a type changed',
  'steps changed',
  'a trigger more urgent',
  'another way to hand over',
]

/** A copy with one edit, or a few, and their names. */
export function edited(policy: Policy, dice: Dice): { policy: Policy; edits: EditName[] } {
  const copy = structuredClone(policy)
  // Some can seldom be made, and are tried the more often.
  const names = [...(Object.keys(EDITS) as EditName[]), ...RARE, ...RARE]
  const chosen = Array.from({ length: dice.pick([1, 1, 1, 2, 3]) }, () => dice.pick(names))
  const edits = [...new Set(chosen)]
  for (const name of edits) EDITS[name](copy, dice)
  return { policy: copy, edits }
}
