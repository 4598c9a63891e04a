import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import { KINDS } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { testWords } from '@/compiler/language/tests/words'

interface ChartLine {
  id: string
  from: string
  /** What an answer tests, in words. */
  answer: string
  /** Where it leads; empty where a step leads nowhere. */
  to: string
}

/** A small chart as a list: each step with the lines that lead out of it, and the steps that nothing leads out of or to. */
export function chartLines({ chart, handbook }: PolicyDocument): ChartLine[] {
  const facts = handbook.facts ?? {}
  const nodes = new Map(chart.nodes.map(node => [node.id, node]))
  const name = (id: string) => nameOf(nodes.get(id), id)
  const drawn = new Set(chart.edges.flatMap(({ from, to }) => [from, to]))
  return chart.nodes.flatMap((node): ChartLine[] => {
    const out = chart.edges.filter(edge => edge.from === node.id)
    if (out.length > 0)
      return out.map(edge => ({
        id: edge.id,
        from: name(edge.from),
        answer: answerOf(edge, facts),
        to: name(edge.to),
      }))
    return drawn.has(node.id) ? [] : [{ id: node.id, from: name(node.id), answer: '', to: '' }]
  })
}

const nameOf = (node: Node | undefined, id: string) =>
  node ? (node.title ?? `${KINDS[node.kind].title} ${id}`) : id

function answerOf({ when, otherwise }: Edge, facts: Handbook['facts']): string {
  if (otherwise) return 'otherwise'
  return Object.entries(when ?? {})
    .map(([name, test]) => {
      const fact = facts[name]
      return fact ? `${fact.title ?? name}: ${testWords(test, fact.type)}` : `${name}: ${test}`
    })
    .join(', and ')
}
