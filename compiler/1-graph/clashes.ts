import { intersect, isEmpty, type ValueSet } from '../language/tests/value-set'
import { Kept } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { Graph, GraphEdge } from './graph'
import type { FactTest } from './read-tests'

/**
 * Which answers of a question hold for a common case, whatever case comes there: by the places of both among the answers,
 * the lower one first. `otherwise` is none of them.
 */
export type Clashes = readonly (readonly [number, number])[]

/** By the answers’ tests, in order. */
class KnownClashes extends Kept<Clashes> {}

const clashesIn = onceFor((_: Graph) => new Map<string, Clashes>())

/** The clashes of a question’s answers. A graph never changes, so that they are found once. */
export function clashesOf(graph: Graph, question: string): Clashes {
  return once(clashesIn(graph), question, () => {
    const answers = graph.out.get(question)!.filter(edge => !edge.otherwise)
    const tests = answers.map(({ when }) => graph.memory.number(when)).join()
    return once(graph.memory.shelf(KnownClashes), tests, () => find(answers))
  })
}

/** From the least to the greatest value of each answer’s test on a fact; null and texts are looked at only in full. */
interface Column {
  fact: string
  low: Float64Array
  high: Float64Array
  /** The answers by their least value, and how many pairs of them are not told apart by these bounds. */
  order: readonly number[]
  near: number
}

function find(answers: readonly GraphEdge[]): Clashes {
  const clashes: [number, number][] = []
  if (answers.length < 2) return clashes
  const tested = answers.flatMap(({ when }) => [...when.keys()])
  // Answers without any test clash, too: along a fact that none of them tests.
  const facts = new Set(tested.length > 0 ? tested : [''])
  const columns = [...facts].map(fact => columnOf(answers, fact)).sort((a, b) => a.near - b.near)
  const [first, ...others] = columns as [Column, ...Column[]]
  const { low, high, order } = first
  // Along the fact that tells most of them apart: behind an answer come only those that begin above its end.
  for (let a = 0; a < order.length; a++) {
    const i = order[a]!
    pair: for (let b = a + 1; b < order.length; b++) {
      const j = order[b]!
      if (low[j]! > high[i]!) break
      for (let c = 0; c < others.length; c++) {
        const { low: from, high: to } = others[c]!
        if (to[i]! < from[j]! || to[j]! < from[i]!) continue pair
      }
      if (meet(answers[i]!, answers[j]!)) clashes.push(i < j ? [i, j] : [j, i])
    }
  }
  return clashes.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Bounds such that two answers whose bounds lie apart have no value in common. */
function columnOf(answers: readonly GraphEdge[], fact: string): Column {
  const numbers = new Map<string, number>()
  for (const { when } of answers) {
    const set = when.get(fact)?.set
    if (set?.of === 'text')
      for (const text of set.texts) if (!numbers.has(text)) numbers.set(text, numbers.size)
  }
  const [low, high] = [new Float64Array(answers.length), new Float64Array(answers.length)]
  answers.forEach(({ when }, i) => {
    const test: FactTest | undefined = when.get(fact)
    const [from, to] = test ? bounds(test.set, numbers) : [-Infinity, Infinity]
    low[i] = from
    high[i] = to
  })
  const order = answers.map((_, i) => i).sort((a, b) => low[a]! - low[b]! || a - b)
  const lows = Float64Array.from(order, i => low[i]!)
  const near = order.reduce((sum, i, a) => sum + Math.max(0, countUpTo(lows, high[i]!) - a - 1), 0)
  return { fact, low, high, order, near }
}

/** How many of the ascending numbers are not above x. */
function countUpTo(ascending: Float64Array, x: number): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (ascending[middle]! <= x) from = middle + 1
    else to = middle
  }
  return from
}

function bounds(set: ValueSet, numbers: ReadonlyMap<string, number>): [number, number] {
  if (set.null) return [-Infinity, Infinity]
  if (set.of === 'grid') {
    const [first, last] = [set.ranges[0], set.ranges.at(-1)]
    return first && last ? [first[0], last[1]] : [Infinity, -Infinity]
  }
  if (set.but) return [-Infinity, Infinity]
  let [low, high] = [Infinity, -Infinity]
  for (const text of set.texts) {
    const number = numbers.get(text)!
    low = Math.min(low, number)
    high = Math.max(high, number)
  }
  return [low, high]
}

function meet(a: GraphEdge, b: GraphEdge): boolean {
  for (const [fact, { set }] of a.when) {
    const other = b.when.get(fact)
    if (isEmpty(other ? intersect(set, other.set) : set)) return false
  }
  for (const [fact, { set }] of b.when) if (!a.when.has(fact) && isEmpty(set)) return false
  return true
}
