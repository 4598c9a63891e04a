import type { Box } from '../3-diagram/box'
import type { CellSet } from '../3-diagram/cells'
import type { Diagram, Leaf } from '../3-diagram/diagram'
import { joinBoxes } from '../3-diagram/join'
import type { Slice } from '../3-diagram/slice'
import { TooLarge } from '../3-diagram/too-large'
import { Kept } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { GraftedPart } from './graft'

/** A row of a table before it is printed: a way through a diagram. */
export interface DiagramRow {
  box: Box
  /** The facts that may be asked for, in the order of the walk, each with the question that tests it first. */
  asks: readonly { fact: string; question: string }[]
  leaf: Leaf
  /** By the question, the places of the answers that lead here, as far as one knows. */
  answers: ReadonlyMap<string, readonly number[]>
}

/** The rows of parts that were made before, by diagram and likeness. */
class RowsBefore extends Kept<readonly DiagramRow[]> {}

/**
 * The rows of a part, in the order in which a walk meets them, joined where that asks for nothing more: rows of the
 * same result that ask for the same facts at the same questions and differ in one fact.
 *
 * @throws TooLarge beyond the limit.
 */
export function rowsOf(part: GraftedPart, slice: Slice, limit: number): readonly DiagramRow[] {
  // Joining takes away some of the rows; where they are twice as many as there may be, nobody waits to see how many.
  if (waysThrough(part.diagram) > limit * 2) throw new TooLarge()
  const rows = once(slice.graph.memory.shelf(RowsBefore), keyOfPart(part), () =>
    joinedRows(part.diagram, slice),
  )
  if (rows.length > limit) throw new TooLarge()
  return rows
}

/** What a part’s rows, and how they are traced, depend on. */
export const keyOfPart = ({ diagram, like }: GraftedPart) => `${diagram.id} ${like}`

function joinedRows(diagram: Diagram, { cells: domains, graph }: Slice): readonly DiagramRow[] {
  const volunteered = (fact: string) => graph.policy.handbook.facts[fact]!.volunteered === true
  const rows: (DiagramRow & { kind: string })[] = []
  const walk = (at: Diagram, box: Box, asks: DiagramRow['asks'], answers: DiagramRow['answers']) => {
    if (at.kind === 'leaf') {
      rows.push({ box, asks, leaf: at, answers, kind: kindOf(at, asks) })
      return
    }
    for (const way of at.ways) {
      const within = new Map<string, CellSet>(box)
      let met = asks
      for (const fact of at.facts) {
        const cells = way.box.get(fact)
        if (cells === undefined) continue
        if (!within.has(fact) && !volunteered(fact)) met = [...met, { fact, question: at.question }]
        within.set(fact, cells)
      }
      walk(way.to, within, met, new Map(answers).set(at.question, way.answers))
    }
  }
  walk(diagram, new Map(), [], new Map())
  return joinBoxes(rows, domains, (row, freed) => {
    row.asks = row.asks.filter(({ fact }) => fact !== freed)
    row.kind = kindOf(row.leaf, row.asks)
  })
}

/** How many ways lead through a diagram, without going them one by one. A diagram never changes: they are counted once. */
const waysThrough: (diagram: Diagram) => number = onceFor(diagram =>
  diagram.kind === 'leaf' ? 1 : diagram.ways.reduce((total, { to }) => total + waysThrough(to), 0),
)

const kindOf = ({ id }: Leaf, asks: DiagramRow['asks']) =>
  `${id} ${asks.map(({ fact, question }) => `${fact}@${question}`).join(' ')}`
