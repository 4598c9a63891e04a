import { type Box, TooLarge } from '../3-diagram/build'
import type { Diagram, Leaf } from '../3-diagram/diagram'

/** A row of a table before it is printed: a way through a diagram. */
export interface DiagramRow {
  box: Box
  /** The facts in the order of the walk, each with the question that tests it first. */
  tested: { fact: string; question: string }[]
  leaf: Leaf
}

/** The rows of a diagram, in the order in which a walk meets them. @throws TooLarge beyond the limit. */
export function rowsOf(diagram: Diagram, limit: number): DiagramRow[] {
  const rows: DiagramRow[] = []
  const walk = (at: Diagram, box: Box, tested: DiagramRow['tested']) => {
    if (at.kind === 'leaf') {
      if (rows.length >= limit) throw new TooLarge()
      rows.push({ box, tested, leaf: at })
      return
    }
    const met = box.has(at.fact) ? tested : [...tested, { fact: at.fact, question: at.question }]
    for (const { cells, to } of at.branches) walk(to, new Map(box).set(at.fact, cells), met)
  }
  walk(diagram, new Map(), [])
  return rows
}
