import type { Fact } from '@/compiler/language/fact'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'

/** Random numbers from 0 to 1, the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type When = Record<string, string>
type Edge = PolicyDocument['chart']['edges'][number]

const TIERS = [{ id: 'T1' }, { id: 'T2' }, { id: 'T3' }]

const pad = (n: number) => String(n).padStart(2, '0')
const clock = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00`
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)

/** Five columns of different types, each with what cuts it: whole units, and how one of them is written. */
const COLUMNS = [
  {
    name: 'order_total',
    units: 10_000,
    literal: (n: number) => `${n / 100}`,
    fact: { type: 'number', step: 0.01, allowedValues: '[0..99.99]' },
  },
  { name: 'call_time', units: 1440, literal: (n: number) => `time("${clock(n)}")`, fact: { type: 'time' } },
  {
    name: 'weight',
    units: 2000,
    literal: (n: number) => `${n}`,
    fact: { type: 'number', allowedValues: '[0..2000)' },
  },
  {
    name: 'ordered_on',
    units: 365,
    literal: (n: number) => `date("${day(n)}")`,
    fact: { type: 'date', allowedValues: `[date("${day(0)}")..date("${day(364)}")]` },
  },
  {
    name: 'speed',
    units: 6,
    literal: (n: number) => JSON.stringify(`speed ${n}`),
    fact: {
      type: 'string',
      allowedValues: '"speed 0", "speed 1", "speed 2", "speed 3", "speed 4", "speed 5"',
    },
  },
] as const satisfies readonly {
  name: string
  units: number
  literal: (n: number) => string
  fact: Partial<Fact>
}[]

type Cut = [from: number, to: number]

/** A test for the units from `from` on, before `to`; none for all of them. */
function testFor(column: (typeof COLUMNS)[number], [from, to]: Cut): string | null {
  const { literal, units } = column
  if (from === 0 && to === units) return null
  if (column.fact.type === 'string')
    return Array.from({ length: to - from }, (_, i) => literal(from + i)).join(', ')
  if (from === 0) return `< ${literal(to)}`
  if (to === units) return `>= ${literal(from)}`
  return `[${literal(from)}..${literal(to)})`
}

/** Cuts all cases into so many boxes, at random, halving the one that is next: they are disjoint and cover everything. */
function boxes(count: number, random: () => number): Cut[][] {
  const all: Cut[][] = [COLUMNS.map(({ units }): Cut => [0, units])]
  for (let next = 0; all.length < count; next = (next + 1) % all.length) {
    const box = all[next]!
    const column = Math.floor(random() * COLUMNS.length)
    const [from, to] = box[column]!
    if (to - from < 2) continue
    const at = from + 1 + Math.floor(random() * (to - from - 1))
    all.push(box.map((cut, i): Cut => (i === column ? [at, to] : cut)))
    box[column] = [from, at]
  }
  return all
}

/**
 * One question of so many answers over five facts of different types, disjoint and covering every case, with eight
 * ways to end. `spoilt` answers are widened, or are taken out, so that there is something to find.
 */
export function wideQuestion(rules: number, seed: number, spoilt = 0): PolicyDocument {
  const random = randomNumbers(seed)
  const rows = boxes(rules, random).map((box): When => {
    const when: When = {}
    COLUMNS.forEach((column, i) => {
      const test = testFor(column, box[i]!)
      if (test !== null) when[column.name] = test
    })
    return when
  })
  for (let i = 0; i < spoilt; i++) {
    const at = Math.floor(random() * rows.length)
    if (i % 2 === 0) rows.splice(at, 1)
    else delete rows[at]![COLUMNS[i % 5]!.name]
  }
  return {
    format: 'remit/1',
    name: 'wide',
    timeZone: 'America/Chicago',
    handbook: {
      tiers: TIERS,
      facts: Object.fromEntries(
        COLUMNS.map(({ name, fact }) => [name, { ...fact, source: 'record' as const }]),
      ),
      actions: {},
    },
    chart: {
      nodes: [
        { id: 'start', kind: 'start' },
        { id: 'which', kind: 'question', facts: COLUMNS.map(({ name }) => name) },
        ...Array.from(
          { length: 8 },
          (_, i): Node => ({
            id: `end-${i}`,
            kind: 'close',
            result: 'resolved',
            say: `That is case ${i}.`,
          }),
        ),
      ],
      edges: [
        { id: 'begin', from: 'start', to: 'which' },
        ...rows.map(
          (when, i): Edge => ({
            id: `answer-${i}`,
            from: 'which',
            to: `end-${Math.floor(random() * 8)}`,
            when,
          }),
        ),
      ],
    },
  }
}

const KINDS: readonly { fact: Fact; answers: readonly string[] }[] = [
  {
    fact: { type: 'number', step: 1, allowedValues: '[0..1000]', source: 'record' },
    answers: ['< 100', '[100..500)', '>= 500'],
  },
  {
    fact: { type: 'time', source: 'clock' },
    answers: ['< time("12:00:00")', '[time("12:00:00")..time("17:00:00"))', '>= time("17:00:00")'],
  },
  {
    fact: { type: 'string', source: 'agent' },
    answers: ['"blue"', '"red", "green"', 'not("blue", "red", "green")'],
  },
  {
    fact: { type: 'date', source: 'customer' },
    answers: ['< date("2026-01-01")', '[date("2026-01-01")..date("2026-07-01"))', '>= date("2026-07-01")'],
  },
]

/**
 * A chart of about so many nodes, as people draw them: stages of a question with three answers, each with a step of its
 * own, that meet again at the next stage. Most stages ask something new; some come back to what the customer's standing is;
 * some hand over to a higher tier, and from time to time a case is settled on the way.
 */
export function stagedChart(size: number, seed: number): PolicyDocument {
  const random = randomNumbers(seed)
  const nodes: Node[] = [
    { id: 'start', kind: 'start' },
    { id: 'safety', kind: 'trigger', priority: 1, when: { unsafe: 'true' } },
    { id: 'now', kind: 'escalate', to: 'T3', mode: 'transfer', say: 'I will put you through.' },
  ]
  const edges: Edge[] = []
  const facts: Record<string, Fact> = {
    unsafe: { type: 'boolean', source: 'customer', volunteered: true },
    standing: { type: 'string', source: 'record', allowedValues: '"new", "regular", "gold"' },
  }
  const link = (from: string, to: string, when?: When) =>
    edges.push({ id: `${from}.${to}`, from, to, ...(when && { when }) })
  link('safety', 'now')
  link('start', 'q0')
  let last = false
  for (let stage = 0; !last; stage++) {
    last = nodes.length >= size - 10
    const onward = last ? 'done' : `q${stage + 1}`
    const again = stage % 12 === 5
    const kind = KINDS[stage % KINDS.length]!
    const fact = again ? 'standing' : `fact_${stage}`
    if (!again) facts[fact] = kind.fact
    const answers = again ? ['"new"', '"regular"', '"gold"'] : kind.answers
    nodes.push({ id: `q${stage}`, kind: 'question', facts: [fact], title: `Question ${stage}` })
    answers.forEach((test, i) => {
      const id = `s${stage}-${i}`
      const number = Math.floor(random() * 1000)
      const consulted = stage === 39
      if (i === 2 && stage % 25 === 24 && !again)
        nodes.push({ id, kind: 'close', result: 'resolved', say: 'That settles it.' })
      else if (i === 1 && stage % 40 === 39)
        nodes.push({
          id,
          kind: 'escalate',
          to: consulted ? 'T2' : 'T3',
          mode: consulted ? 'consult' : 'transfer',
          say: 'Let me ask.',
        })
      else
        nodes.push({
          id,
          kind: 'action',
          action: 'note',
          with: { what: `remark ${stage} ${number}` },
          say: `This is step ${stage}, way ${i}.`,
        })
      const { kind: made } = nodes.at(-1)!
      if (made === 'action' || (made === 'escalate' && consulted)) link(id, onward)
      link(`q${stage}`, id, { [fact]: test })
    })
  }
  nodes.push({ id: 'done', kind: 'close', result: 'resolved', say: 'Thank you for calling.' })
  return {
    format: 'remit/1',
    name: 'staged',
    timeZone: 'America/Chicago',
    handbook: {
      tiers: TIERS,
      facts,
      actions: {
        note: { title: 'Note', params: { what: { type: 'string' } }, grants: { T1: {} } },
      },
    },
    chart: { nodes, edges },
  }
}
