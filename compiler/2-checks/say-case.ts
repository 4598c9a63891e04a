import type { Box } from '../3-diagram/build'
import { printSet } from '../language/tests/canonical'
import { testWords } from '../language/tests/words'
import type { Cases } from './cases'

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
    const text = printSet(of.values(cells), of.domain)
    const handbook = cases.graph.policy.handbook.facts[fact]!
    if (text === null || (handbook.volunteered && text === 'false')) continue
    const title = `“${handbook.title ?? fact}”`
    said.push(text === 'null' ? `nobody knows ${title}` : `${title} is ${testWords(text, of.domain.type)}`)
  }
  if (said.length === 0) return ''
  const shown = said.slice(0, 4)
  const more = said.length > shown.length ? `, and ${said.length - shown.length} more` : ''
  return ` when ${shown.join(', and ')}${more}`
}
