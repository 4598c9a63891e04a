import { intersect, isEmpty, type ValueSet } from '../language/tests/value-set'
import type { Graph, GraphEdge } from './graph'
import type { FactTest } from './read-tests'

/**
 * Which answers of a question hold for a common case, whatever case comes there: by the places of both among the answers,
 * the lower one first. `otherwise` is none of them.
 */
export type Clashes = readonly (readonly [number, number])[]

const found = new WeakMap<Graph, Map<string, Clashes>>()

/** The clashes of a question’s answers. A graph never changes, so that they are found once. */
export function clashesOf(graph: Graph, question: string): Clashes {
  const known = found.get(graph) ?? new Map<string, Clashes>()
  found.set(graph, known)
  const before = known.get(question)
  if (before) return before
  const made = find(graph.out.get(question)!.filter(edge => !edge.otherwise))
  known.set(question, made)
  return made
}

/** From the least to the greatest value of each answer’s test on a fact; null and texts are looked at only in full. */
interface Column {
  fact: string
  low: Float64Array
  high: Float64Array
}

function find(answers: readonly GraphEdge[]): Clashes {
  const clashes: [number, number][] = []
  if (answers.length < 2) return clashes
  const facts = new Set(answers.flatMap(({ when }) => [...when.keys()]))
  const columns = [...facts].map(fact => columnOf(answers, fact))
  for (let i = 0; i < answers.length; i++)
    pair: for (let j = i + 1; j < answers.length; j++) {
      for (const { low, high } of columns) if (high[i]! < low[j]! || high[j]! < low[i]!) continue pair
      if (meet(answers[i]!, answers[j]!)) clashes.push([i, j])
    }
  return clashes
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
  return { fact, low, high }
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
