import type { Artifact } from './artifact'
import { canonicalJson } from './canonical-json'
import type { Facts, TableResult } from './result'

/** The values of each fact, case by case; undefined is not yet known. */
export type Columns = Record<string, ArrayLike<unknown>>

/** See `LoadedTable.decideColumns`. */
export interface DecidedColumns {
  which: Uint32Array
  results: TableResult[]
  ignored?: string[]
}

/** The canonical texts of results that tables give again and again. */
const texts = new WeakMap<TableResult, string>()

export function decideColumns(
  artifact: Artifact,
  decide: (facts: Facts) => TableResult,
  columns: Columns,
): DecidedColumns {
  const names = Object.keys(columns)
  const length = columns[names[0] ?? '']?.length ?? 0
  const odd = names.find(name => columns[name]!.length !== length)
  if (odd !== undefined) throw new RangeError(`“${odd}” is not as long as the first column.`)
  const isKnown = (name: string) => Object.hasOwn(artifact.facts, name)
  const known = names.filter(isKnown)
  const which = new Uint32Array(length)
  const results: TableResult[] = []
  const numbers = new Map<TableResult | string, number>()
  // One object for all cases: results keep nothing of the facts.
  const facts: Facts = {}
  for (let at = 0; at < length; at++) {
    for (const name of known) facts[name] = columns[name]![at]
    const result = decide(facts)
    let number = numbers.get(result)
    if (number === undefined) {
      const text = texts.get(result) ?? canonicalJson(result)
      texts.set(result, text)
      number = numbers.get(text) ?? results.push(result) - 1
      numbers.set(text, number).set(result, number)
    }
    which[at] = number
  }
  const ignored = names.filter(
    name => !isKnown(name) && Array.from(columns[name]!).some(value => value !== undefined),
  )
  return { which, results, ...(ignored.length > 0 && { ignored: ignored.sort() }) }
}
