import type { PolicyDocument } from '@/compiler/language/policy'

/** What people change one at a time while they draw, in a chart of stages; nothing where there is nothing of the kind. */
export const EDITS = {
  'other words': (document, at) => {
    const node = spread(
      document.chart.nodes.flatMap(node => (node.kind === 'action' ? [node] : [])),
      at,
    )
    node.say = `${node.say} And thank you.`
  },
  'a threshold moved': (document, at) => {
    const [below, between] = thresholdOf(document, at)
    const [fact] = Object.keys(below.when!)
    const bound = Number(below.when![fact!]!.slice(2)) + 1
    below.when = { [fact!]: `< ${bound}` }
    between.when = { [fact!]: `[${bound}..${boundsOf(between.when![fact!]!)[1]})` }
  },
  'an answer added': (document, at) => {
    const [below, between] = thresholdOf(document, at)
    const { nodes, edges } = document.chart
    const [fact] = Object.keys(below.when!)
    const [low, high] = boundsOf(between.when![fact!]!)
    const middle = Math.floor((low + high) / 2)
    const id = `answer-${edges.length}`
    between.when = { [fact!]: `[${low}..${middle})` }
    nodes.push({ id: `to-${id}`, kind: 'close', result: 'resolved', say: 'That is settled, too.' })
    edges.push({ id, from: below.from, to: `to-${id}`, when: { [fact!]: `[${middle}..${high})` } })
  },
  'a line moved': (document, at) => {
    const { nodes, edges } = document.chart
    const actions = new Set(nodes.flatMap(node => (node.kind === 'action' ? [node.id] : [])))
    const line = spread(
      edges.filter(({ from, to }) => actions.has(from) && to !== 'done'),
      at,
    )
    line.to = 'done'
  },
} satisfies Record<string, (document: PolicyDocument, at: number) => void>

export type EditName = keyof typeof EDITS

/** The item at this share of the list. */
const spread = <T>(items: readonly T[], at: number): T => items[Math.floor(at * items.length)]!

const boundsOf = (interval: string) => interval.slice(1, -1).split('..').map(Number) as [number, number]

/** The lowest and the next answer of a question about a number, as it was drawn at first or has been moved since. */
function thresholdOf({ chart: { edges } }: PolicyDocument, at: number) {
  const test = (edge: (typeof edges)[number]) => Object.values(edge.when ?? {})[0] ?? ''
  const first = spread(
    edges.filter(edge => /^< \d+$/.test(test(edge))),
    at,
  )
  const next = edges.find(
    edge => edge.from === first.from && test(edge).startsWith(`[${test(first).slice(2)}..`),
  )
  return [first, next!] as const
}

/** The document with one edit, as a document of its own. */
export function edited(document: PolicyDocument, name: EditName, at: number): PolicyDocument {
  const copy = structuredClone(document)
  EDITS[name](copy, at)
  return copy
}
