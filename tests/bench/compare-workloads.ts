import type { Fact } from '@/compiler/language/fact'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { randomNumbers, stagedChart, wideQuestion } from './check-workloads'

type When = Record<string, string>
type Edge = Policy['chart']['edges'][number]

const pad = (n: number) => String(n).padStart(2, '0')

/** Five facts in the order in which they are asked, with what cuts each: whole units, and how one of them is written. */
const COLUMNS = [
  {
    name: 'order_total',
    units: 10_000,
    ways: 10,
    literal: (n: number) => `${n / 100}`,
    fact: { type: 'number', step: 0.01, allowedValues: '[0..99.99]' },
  },
  {
    name: 'call_time',
    units: 1440,
    ways: 5,
    literal: (n: number) => `time("${pad(Math.floor(n / 60))}:${pad(n % 60)}:00")`,
    fact: { type: 'time' },
  },
  {
    name: 'weight',
    units: 2000,
    ways: 5,
    literal: (n: number) => `${n}`,
    fact: { type: 'number', allowedValues: '[0..2000)' },
  },
  {
    name: 'waited',
    units: 60,
    ways: 3,
    literal: (n: number) => `duration("P${n}D")`,
    fact: { type: 'days and time duration', allowedValues: '[duration("P0D")..duration("P60D"))' },
  },
  { name: 'gift', units: 2, ways: 2, literal: (n: number) => String(n === 1), fact: { type: 'boolean' } },
] as const satisfies readonly {
  name: string
  units: number
  ways: number
  literal: (n: number) => string
  fact: Partial<Fact>
}[]

const ENDS = 8

/** So many places from 1 to `units - 1`, ascending, each once. */
function cutsOf(units: number, count: number, random: () => number): number[] {
  const cuts = new Set<number>()
  while (cuts.size < count) cuts.add(1 + Math.floor(random() * (units - 1)))
  return [...cuts].sort((a, b) => a - b)
}

function testFor({ literal, units, fact }: (typeof COLUMNS)[number], from: number, to: number): string {
  if (fact.type === 'boolean') return literal(from)
  if (from === 0) return `< ${literal(to)}`
  return to === units ? `>= ${literal(from)}` : `[${literal(from)}..${literal(to)})`
}

/**
 * One question of 1,500 answers over five facts of four types, which compiles to 1,500 rows: the first fact is cut into
 * ranges, each of these by the second fact elsewhere, and so on.
 */
export function rowsInOneQuestion(seed: number): Policy {
  const random = randomNumbers(seed)
  let answers: When[] = [{}]
  for (const column of COLUMNS) {
    const before = answers
    answers = []
    for (const when of before) {
      const cuts = [0, ...cutsOf(column.units, column.ways - 1, random), column.units]
      for (let way = 0; way < column.ways; way++)
        answers.push({ ...when, [column.name]: testFor(column, cuts[way]!, cuts[way + 1]!) })
    }
  }
  return {
    format: 'remit/1',
    name: 'rows',
    timeZone: 'America/Chicago',
    handbook: {
      tiers: [{ id: 'T1' }],
      facts: Object.fromEntries(
        COLUMNS.map(({ name, fact }) => [name, { ...fact, source: 'record' as const }]),
      ),
      actions: {},
    },
    chart: {
      nodes: [
        { id: 'start', kind: 'start' },
        { id: 'which', kind: 'question', facts: COLUMNS.map(({ name }) => name) },
        ...answers.map(
          (_, i): Node => ({ id: `end-${i}`, kind: 'close', result: 'resolved', say: `That is case ${i}.` }),
        ),
      ],
      edges: [
        { id: 'begin', from: 'start', to: 'which' },
        ...answers.map((when, i): Edge => ({ id: `answer-${i}`, from: 'which', to: `end-${i}`, when })),
      ],
    },
  }
}

/** A later version: so many answers lead elsewhere. */
export function rerouted(policy: Policy, count: number, seed: number): Policy {
  const random = randomNumbers(seed)
  const next = structuredClone(policy)
  const answers = next.chart.edges.filter(edge => edge.when)
  for (let i = 0; i < count; i++) {
    const edge = answers[Math.floor(random() * answers.length)]!
    edge.to = `end-${Math.floor(random() * ENDS)}`
  }
  return next
}

/** A later version of a staged chart: so many steps are said otherwise, and the whole is drawn in another order, with other names. */
export function reworded(policy: Policy, count: number, seed: number): Policy {
  const random = randomNumbers(seed)
  const next = structuredClone(policy)
  const steps = next.chart.nodes.filter(node => node.kind === 'action')
  for (let i = 0; i < count; i++) {
    const step = steps[Math.floor(random() * steps.length)]!
    step.say = `${step.say} And thank you for calling.`
  }
  for (const node of next.chart.nodes) node.id = `new-${node.id}`
  for (const edge of next.chart.edges) [edge.from, edge.to] = [`new-${edge.from}`, `new-${edge.to}`]
  next.chart.nodes.reverse()
  return next
}

/** What is compared: by name, two versions of about 1,500 rows each. */
export const PAIRS = {
  'one question of 1,500 answers, ten of them changed': () => {
    const old = rowsInOneQuestion(1)
    return { old, next: rerouted(old, 10, 2) }
  },
  'one question of 1,500 answers, all of them changed': () => {
    const old = rowsInOneQuestion(1)
    return { old, next: rerouted(old, 20_000, 2) }
  },
  'one question of 1,500 answers, cut elsewhere': () => ({
    old: rowsInOneQuestion(1),
    next: rowsInOneQuestion(3),
  }),
  'one question of 1,500 boxes, cut at random, ten of them changed': () => {
    const old = wideQuestion(1500, 1) as Policy
    return { old, next: rerouted(old, 10, 2) }
  },
  '1,500 rows over 500 questions, three steps said otherwise, drawn anew': () => {
    const old = stagedChart(2000, 1) as Policy
    return { old, next: reworded(old, 3, 2) }
  },
  '1,500 rows over 500 questions, the same, drawn anew': () => {
    const old = stagedChart(2000, 1) as Policy
    return { old, next: reworded(old, 0, 2) }
  },
} satisfies Record<string, () => { old: Policy; next: Policy }>
