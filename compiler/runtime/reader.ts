import type { ArtifactFact } from './artifact'
import type { FactCells } from './fact-cells'
import { readText } from './read-values'
import type { Facts } from './result'
import { FACT_TYPES } from './values'

/** Reads the facts of cases, one case after another. */
export interface Reader {
  /** By fact: the number that stands for its value in the case read last (see `FactCells`), NaN where it is not known. There is one NaN behind them. */
  values: Float64Array
  /** Reads a case into `values`: how many names there are that belong to no fact, or less
   * than none where a fact is not what it has to be, or not the object's own. */
  read: (facts: Facts) => number
}

/**
 * What reads the facts of these names. All that it needs of them stands in lists of numbers, since engines keep what
 * they have learnt of objects only as long as those look alike, and no two facts do.
 */
export function readerOf(
  numberOf: ReadonlyMap<string, number>,
  forms: readonly ArtifactFact[],
  cells: readonly FactCells[],
): Reader {
  const names = [...numberOf.keys()]
  /** Their places in `FACT_TYPES`. */
  const kinds = Uint8Array.from(forms, ({ type }) => FACT_TYPES.indexOf(type))
  // Where a domain is empty, no value is between them.
  const lows = Float64Array.from(cells, ({ ranges }) => ranges[0]?.low ?? Infinity)
  const highs = Float64Array.from(cells, ({ ranges }) => ranges.at(-1)?.high ?? 0)
  const others = Float64Array.from(cells, ({ other }) => other)
  const texts = cells.map(({ texts }) => texts)
  const gaps = cells.map(gapsOf)
  // What is known while a fact is not given: of a volunteered one that it is not so.
  const absent = Float64Array.from([...forms, null], form => (form?.volunteered ? 0 : Number.NaN))
  const values = absent.slice()
  /** Callers give their facts in one order, so that the place of a name mostly says which one it is. */
  const order = new Int32Array(names.length + 1)

  function read(facts: Facts): number {
    // Held here, since engines look up what lies outside a function each time where several tables are loaded.
    const its = values
    const known = names
    const places = order
    let strange = 0
    let place = 0
    for (let i = 0; i < its.length; i++) its[i] = absent[i]!
    for (const name in facts) {
      let fact = places[place]!
      if (known[fact] !== name) {
        const found = numberOf.get(name)
        if (found === undefined) {
          if (!Object.hasOwn(facts, name)) return -1
          if (facts[name] !== undefined) strange++
          continue
        }
        fact = found
        places[place] = found
      }
      place++
      const value = facts[name]
      const kind = kinds[fact]!
      let point = Number.NaN
      if (typeof value === 'string') {
        if (kind === 2) point = texts[fact]!.get(value) ?? others[fact]!
        else if (kind > 2) point = readText(kind, value)
      } else if (typeof value === 'number') {
        if (kind === 1) point = value
      } else if (typeof value === 'boolean') {
        if (kind === 0) point = value ? 1 : 0
      } else if (value === undefined) continue
      else if (value === null && forms[fact]!.mayBeUnknown) {
        its[fact] = Infinity
        continue
      }
      // What is not a number fails here, too.
      if (!(point >= lows[fact]! && point <= highs[fact]!) || gaps[fact]?.(point)) return -1
      its[fact] = point
    }
    // An object's own members come before those that it inherits.
    return place === 0 || Object.hasOwn(facts, known[places[place - 1]!]!) ? strange : -1
  }

  return { values, read }
}

/** Whether a number between the ends of a fact's domain is none of it; null where every one is. */
function gapsOf({ ranges, onStep }: FactCells): ((point: number) => boolean) | null {
  const apart = ranges.length > 1
  if (!onStep && !apart) return null
  return point =>
    (onStep && !onStep(point)) || (apart && !ranges.some(({ low, high }) => low <= point && point <= high))
}
