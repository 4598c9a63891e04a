import type { GraphEdge } from '../1-graph/graph'
import type { When } from '../language/handbook'
import { printSet } from '../language/tests/canonical'
import type { Domain } from '../language/tests/domain'
import { minus } from '../language/tests/minus'
import { equalSets, intersect, isEmpty, type ValueSet } from '../language/tests/value-set'
import { testWords } from '../language/tests/words'

/** The cases of an answer: of each fact that it tests, the values that pass. Any other fact may be anything. */
export type Row = ReadonlyMap<string, ValueSet>
type Domains = ReadonlyMap<string, Domain>

export const rowOf = (edge: GraphEdge): Row =>
  new Map([...edge.when.values()].map(({ fact, set }) => [fact, set]))

const within = (row: Row, fact: string, domains: Domains) => row.get(fact) ?? domains.get(fact)!.all

/** What is in one row and not in the other, as rows that have nothing in common; none where nothing is left. */
export function rowsWithout(row: Row, other: Row, domains: Domains): Row[] {
  const left: Row[] = []
  let rest = row
  for (const [fact, cut] of other) {
    const here = within(rest, fact, domains)
    const apart = minus(here, cut, domains.get(fact)!)
    if (!isEmpty(apart)) left.push(new Map(rest).set(fact, apart))
    const both = intersect(here, cut)
    if (isEmpty(both)) return left
    rest = new Map(rest).set(fact, both)
  }
  return left
}

export const meet = (row: Row, other: Row, domains: Domains): boolean =>
  [...row].every(([fact, set]) => !isEmpty(intersect(set, within(other, fact, domains))))

/** A row as the tests of an answer; a test that is already there and still right stays as it is written. */
export function whenOf(row: Row, domains: Domains, edge?: GraphEdge, written: When = {}): When {
  const when: When = {}
  for (const [fact, set] of row) {
    const now = edge?.when.get(fact)
    const text = now && equalSets(now.set, set) ? written[fact] : printSet(set, domains.get(fact)!)
    if (text !== null && text !== undefined) when[fact] = text
  }
  return when
}

export const setWords = (set: ValueSet, domain: Domain): string =>
  testWords(printSet(set, domain) ?? '-', domain.type)
