import { clashesOf } from '../1-graph/clashes'
import { isWithin, meets } from '../3-diagram/box'
import type { Place, Slice, Way } from '../3-diagram/slice'
import type { NodeOf } from '../language/kinds'
import type { DiagramRow } from './rows'

/**
 * The nodes that cases of a row pass, in the order of the walk: from where its table begins (null: at the entries) to
 * where the row ends. Where a question was left out of the table, the nodes of all its answers. `pass` is told each place.
 */
export type Trace = (
  from: Place | null,
  row: Pick<DiagramRow, 'box' | 'answers'>,
  until: Place | null,
  pass: (place: Place) => void,
) => string[]

export function tracer({ graph, cells, triggers, entries, start }: Slice): Trace {
  const magic = graph.triggers.map(({ node }) => ({
    tests: triggers.get(node.id)!,
    to: entries.get(node.id)!,
  }))
  return (from, { box, answers }, end, pass) => {
    /** The ways that cases of the row may take, in order; after one that all of them take there is no other. */
    const taken = (
      ways: readonly Pick<Way, 'tests' | 'to'>[],
      first: boolean,
      otherwise: Place | null,
    ): Place[] => {
      const may: Place[] = []
      for (const { tests, to } of ways) {
        if (!meets(box, tests)) continue
        if (isWithin(box, tests, cells)) return first ? [...may, to] : [to]
        may.push(to)
      }
      return otherwise ? [...may, otherwise] : may
    }
    /** Whether one answer at most holds for any case. */
    const isUnique = ({ id, hit }: NodeOf<'question'>) => hit !== 'first' && clashesOf(graph, id).length === 0
    const next = ({ node, ways, otherwise }: Place): Place[] => {
      if (node.kind !== 'question') return ways.map(({ to }) => to)
      const only = answers.get(node.id)
      const way = only?.length === 1 ? ways[only[0]!] : undefined
      // The row may have come here knowing more, or less, than the answer: it is the one only where all cases take it.
      if (way && isUnique(node) && isWithin(box, way.tests, cells) && meets(box, way.tests)) return [way.to]
      return taken(ways, node.hit === 'first', otherwise?.to ?? null)
    }
    const begin = from ? [from] : taken(magic, true, start).reverse()
    const seen = new Set<Place>()
    const nodes = new Set<string>()
    const open = [...begin]
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(at) || (at === end && !begin.includes(at))) continue
      seen.add(at)
      nodes.add(at.node.id)
      pass(at)
      const on = next(at)
      for (let i = on.length - 1; i >= 0; i--) open.push(on[i]!)
    }
    return [...nodes]
  }
}
