import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { domainOf, setOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { equalSets, intersect, isEmpty } from '@/compiler/language/tests/value-set'
import type { Artifact, ArtifactFact, ArtifactRow } from '@/compiler/runtime/artifact'
import { type Path, pathOf } from '../../document/path'

/** How a test stands to the cases of a row: none of them pass it, all do, or some. */
type Holding = 'never' | 'always' | 'sometimes'

const parsed = (text: string, fact: ArtifactFact) => {
  const read = parseTest(text, fact.type)
  return read.ok ? read.test : undefined
}

function holding(fact: ArtifactFact | undefined, answer: string, cell: string | undefined): Holding {
  if (!fact) return 'sometimes'
  const domain = domainOf(fact, fact.allowedValues ? parsed(fact.allowedValues, fact) : undefined)
  const test = parsed(answer, fact)
  const of = cell === undefined ? undefined : parsed(cell, fact)
  if (!test || (cell !== undefined && !of)) return 'sometimes'
  const cases = of ? setOf(of, domain) : domain.all
  const passing = intersect(setOf(test, domain), cases)
  return isEmpty(passing) ? 'never' : equalSets(passing, cases) ? 'always' : 'sometimes'
}

/**
 * The ways of rows through the chart: the steps that a row names, with the lines between them that cases of the row
 * take. Each is found once.
 */
export function rowPaths(document: PolicyDocument, { facts }: Artifact): (row: ArtifactRow) => Path {
  const out = new Map<string, Edge[]>()
  for (const edge of document.chart.edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge])
  const known = new Map<string, Holding>()
  const holds = ({ when = {} }: Edge, row: ArtifactRow): Holding => {
    const all = Object.entries(when).map(([id, answer]) => {
      const key = `${id}\n${answer}\n${row.when[id] ?? ''}`
      const found = known.get(key) ?? holding(facts[id], answer, row.when[id])
      known.set(key, found)
      return found
    })
    if (all.includes('never')) return 'never'
    return all.every(each => each === 'always') ? 'always' : 'sometimes'
  }
  const takes = (edge: Edge, row: ArtifactRow) =>
    edge.otherwise
      ? !(out.get(edge.from) ?? []).some(other => !other.otherwise && holds(other, row) === 'always')
      : holds(edge, row) !== 'never'

  const paths = new WeakMap<ArtifactRow, Path>()
  return row => {
    const path = paths.get(row) ?? pathOf(document, row.from, edge => takes(edge, row))
    paths.set(row, path)
    return path
  }
}
