import type { Fact } from '@/compiler/language/fact'
import type { Node as ChartNode } from '@/compiler/language/kinds'
import type { Edge, Policy } from '@/compiler/language/policy'
import { type FactType, type JsonValue, toJson } from '@/compiler/runtime/values'
import { random } from './random'

/** What lets a case through a branch: a range of numbers, its upper end not included, or some texts. */
export type Pass =
  | { of: 'range'; low: number; high: number }
  | { of: 'texts'; texts: readonly string[] }
  /** Every text that is none of these. */
  | { of: 'others'; texts: readonly string[] }

export interface Branch {
  pass: Pass
  to: Tree
}
/** A tree over the facts of `COLUMNS`; its leaves are rows, numbered from 0 in the order of the walk. */
export type Tree = { fact: Column; branches: readonly Branch[] } | { row: number }

/** A column: how its fact is written, and the numbers that its values are inside. */
export interface Column {
  name: string
  fact: Fact
  /** Of an ordered type, the first value and the one after the last. */
  low: number
  high: number
  /** The distance of its values; 0 where they have none. */
  step: number
  texts: readonly string[]
}

const DAY = 86_400_000
const CITIES = Array.from({ length: 40 }, (_, i) => `city ${String.fromCharCode(97 + (i % 26))}${i}`)
const PLANS = Array.from({ length: 12 }, (_, i) => `plan-${i}`)

const ordered = (
  name: string,
  type: FactType,
  low: number,
  high: number,
  step: number,
  more: Partial<Fact>,
): Column => ({ name, fact: { type, source: 'record', ...more }, low, high, step, texts: [] })
const texts = (name: string, values: readonly string[], more: Partial<Fact>): Column => ({
  name,
  fact: { type: 'string', source: 'record', ...more },
  low: 0,
  high: 0,
  step: 0,
  texts: values,
})

/** Eight columns of every kind, each with a domain where its type has one to give. */
export const COLUMNS: readonly Column[] = [
  ordered('amount', 'number', 0, 100_000, 0, { allowedValues: '[0..100000)' }),
  texts('plan', PLANS, { allowedValues: PLANS.map(plan => `"${plan}"`).join(', ') }),
  ordered('quantity', 'number', 0, 501, 1, { allowedValues: '[0..500]', step: 1 }),
  ordered('due', 'date', 20_000, 24_000, 1, {
    allowedValues: `[date("${toJson('date', 20_000)}")..date("${toJson('date', 23_999)}")]`,
  }),
  ordered('vip', 'boolean', 0, 2, 1, {}),
  texts('city', CITIES, {}),
  ordered('at', 'time', 0, 86_400, 1, {}),
  ordered('placed', 'date and time', 20_000 * DAY, 21_000 * DAY, 1, {
    allowedValues: `[date and time("${toJson('date and time', 20_000 * DAY)}")..date and time("${toJson('date and time', 21_000 * DAY)}"))`,
  }),
]

/** A tree with that many rows, over all of the columns: each way tests as many of them as it can, in an order of its own. */
export function treeOf(rows: number): Tree {
  for (let seed = 1; ; seed++) {
    const tree = randomTree(rows, seed)
    if (new Set([...waysOf(tree)].flatMap(way => [...way.passes.keys()])).size === COLUMNS.length) return tree
  }
}

function randomTree(rows: number, seed: number): Tree {
  const dice = random(seed)
  let next = 0
  const grow = (count: number, left: readonly Column[]): Tree => {
    if (count === 1) return { row: next++ }
    const column = left[Math.floor(dice() * left.length)]!
    const rest = left.filter(other => other !== column)
    const room = capacity(rest)
    const least = Math.max(2, Math.ceil(count / room))
    const even = count ** (1 / left.length) * (0.75 + dice() / 2)
    const ways = Math.min(widest(column), count, Math.max(least, Math.round(even)))
    const shares = Array.from(
      { length: ways },
      (_, i) => Math.floor((count * (i + 1)) / ways) - Math.floor((count * i) / ways),
    )
    return {
      fact: column,
      branches: passes(column, ways, dice).map((pass, i) => ({ pass, to: grow(shares[i]!, rest) })),
    }
  }
  return grow(rows, COLUMNS)
}

const widest = ({ texts, step, low, high }: Column) =>
  texts.length > 0 ? Math.min(texts.length, 10) : step === 1 ? Math.min(high - low, 10) : 10
const capacity = (columns: readonly Column[]) =>
  columns.reduce((product, column) => product * widest(column), 1)

function passes(column: Column, ways: number, dice: () => number): Pass[] {
  const { texts, low, high, step, fact } = column
  if (texts.length > 0) {
    const mixed = shuffled(texts, dice)
    const cut = (i: number) => Math.floor((mixed.length * i) / ways)
    return Array.from({ length: ways }, (_, i): Pass => {
      if (fact.allowedValues === undefined && i === ways - 1)
        return { of: 'others', texts: mixed.slice(0, cut(i)) }
      return { of: 'texts', texts: mixed.slice(cut(i), cut(i + 1)) }
    })
  }
  const cuts = new Set<number>()
  while (cuts.size < ways - 1) {
    const at = low + dice() * (high - low)
    const cut = step === 1 ? Math.floor(at) : Math.round(at * 100) / 100
    if (cut > low && cut < high) cuts.add(cut)
  }
  const ends = [low, ...[...cuts].sort((a, b) => a - b), high]
  return ends.slice(1).map((end, i): Pass => ({ of: 'range', low: ends[i]!, high: end }))
}

function shuffled<T>(items: readonly T[], dice: () => number): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(dice() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}

/** A way through the tree: what each column on it has to pass. */
export interface Way {
  row: number
  passes: ReadonlyMap<Column, Pass>
}

export function* waysOf(tree: Tree, passes: ReadonlyMap<Column, Pass> = new Map()): Generator<Way> {
  if ('row' in tree) yield { row: tree.row, passes }
  else for (const { pass, to } of tree.branches) yield* waysOf(to, new Map(passes).set(tree.fact, pass))
}

/** A value that passes, as JSON; of a column that is not tested, any of its domain. */
export function valueIn(column: Column, pass: Pass | undefined, dice: () => number): JsonValue {
  if (column.texts.length > 0) {
    if (pass?.of === 'others' && dice() < 0.5) return `somewhere else ${Math.floor(dice() * 1000)}`
    const left = pass?.of === 'others' ? column.texts.filter(text => !pass.texts.includes(text)) : []
    const from = pass?.of === 'texts' ? pass.texts : pass ? left : column.texts
    return from[Math.floor(dice() * from.length)]!
  }
  const { low, high } = pass?.of === 'range' ? pass : column
  const at = low + dice() * (high - low)
  const point = column.step === 1 ? Math.floor(at) : Math.max(low, Math.floor(at * 100) / 100)
  return column.fact.type === 'boolean' ? point === 1 : toJson(column.fact.type, point)
}

/** Cases spread evenly over the rows, in no order, each with the row that it belongs to. */
export function casesOf(
  tree: Tree,
  count: number,
  seed = 7,
): { facts: Record<string, JsonValue>; row: number }[] {
  const dice = random(seed)
  const ways = [...waysOf(tree)]
  const cases = Array.from({ length: count }, (_, i) => {
    const way = ways[Math.floor((i * ways.length) / count) % ways.length]!
    return {
      row: way.row,
      facts: Object.fromEntries(
        COLUMNS.map(column => [column.name, valueIn(column, way.passes.get(column), dice)]),
      ),
    }
  })
  // As a client has them, out of JSON: texts put together by a program are of another kind to the engine.
  return JSON.parse(JSON.stringify(shuffled(cases, dice)))
}

/** The tree as a policy's chart. Row n authorises `credit` with the amount n, so that no two rows are decided alike. */
export function policyOf(tree: Tree): Policy {
  const nodes: ChartNode[] = [
    { id: 'start', kind: 'start' },
    { id: 'done', kind: 'close', result: 'resolved', say: 'Thank you for calling.' },
  ]
  const edges: Edge[] = []
  const connect = (from: string, to: string, when?: Record<string, string>) =>
    edges.push({ id: `e${edges.length}`, from, to, ...(when && { when }) })
  const draw = (at: Tree): string => {
    if ('row' in at) {
      const id = `row-${at.row}`
      nodes.push({
        id,
        kind: 'action',
        action: 'credit',
        with: { amount: at.row },
        say: 'I can credit you for that.',
      })
      connect(id, 'done')
      return id
    }
    const id = `q${nodes.length}`
    nodes.push({ id, kind: 'question', facts: [at.fact.name] })
    for (const { pass, to } of at.branches) connect(id, draw(to), { [at.fact.name]: feel(at.fact, pass) })
    return id
  }
  connect('start', draw(tree))
  return {
    format: 'remit/1',
    name: 'bench',
    timeZone: 'Europe/London',
    handbook: {
      tiers: [{ id: 'T1' }],
      facts: Object.fromEntries(COLUMNS.map(({ name, fact }) => [name, fact])),
      actions: { credit: { params: { amount: { type: 'number' } }, grants: { T1: {} } } },
    },
    chart: { nodes, edges },
  }
}

/** A branch's test in S-FEEL. */
export function feel({ fact }: Column, pass: Pass): string {
  if (pass.of === 'texts') return pass.texts.map(text => JSON.stringify(text)).join(', ')
  if (pass.of === 'others') return `not(${pass.texts.map(text => JSON.stringify(text)).join(', ')})`
  if (fact.type === 'boolean') return pass.low === 1 ? 'true' : 'false'
  const literal = (point: number) => {
    if (fact.type === 'number') return String(point)
    return `${fact.type}("${toJson(fact.type, point)}")`
  }
  // A time has no value after its last one.
  return fact.type === 'time' && pass.high === 86_400
    ? `>= ${literal(pass.low)}`
    : `[${literal(pass.low)}..${literal(pass.high)})`
}
