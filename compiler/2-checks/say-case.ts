import type { Box } from '../3-diagram/box'
import type { CellSet, Cells } from '../3-diagram/cells'
import { testWords } from '../language/tests/words'
import { once, onceFor } from '../memory/once'
import type { Cases } from './cases'

/** So many facts one takes in at a glance. */
const FEW = 4

/**
 * The cases of a box in words, such as "“Time of the call” is before 3:00 PM, and “Speed paid” is two-day"; the
 * facts named first go first. Empty where the box is every case.
 */
export function sayCase(cases: Cases, box: Box, first: readonly string[] = []): string {
  const said: string[] = []
  for (const fact of new Set([...first, ...box.keys()])) {
    const cells = box.get(fact)
    const of = cases.slice.cells.get(fact)
    if (cells === undefined || !of) continue
    const handbook = cases.graph.policy.handbook.facts[fact]!
    const text = of.text(cells)
    if (text === null || (handbook.volunteered && text === 'false')) continue
    const title = `“${handbook.title ?? fact}”`
    said.push(text === 'null' ? `nobody knows ${title}` : `${title} is ${wordsOf(of, cells, text)}`)
  }
  if (said.length === 0) return ''
  const more = said.length > FEW ? `, and ${said.length - FEW} more` : ''
  return ` when ${said.slice(0, FEW).join(', and ')}${more}`
}

const toldOf = onceFor((_: Cells) => new Map<CellSet, string>())

/** Cells in words, once for all findings. */
const wordsOf = (of: Cells, cells: CellSet, text: string): string =>
  once(toldOf(of), cells, () => testWords(text, of.domain.type))
