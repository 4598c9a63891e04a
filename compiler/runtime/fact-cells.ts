import type { ArtifactFact } from './artifact'
import { type Grid, gridOf } from './grid'
import { joined, type Runs } from './runs'
import { type CanonicalTest, readCanonical } from './tests'

/**
 * The values of a fact as numbers: those of the ordered types as they are inside, false and true as 0 and 1, null as
 * `Infinity`, and texts by their place among those that tests mention.
 *
 * The tests of an artifact on the fact cut these numbers into cells, of which no test can tell two values apart.
 */
export interface FactCells {
  /** A mentioned text's number; every other text has `other`, which stands there under null. */
  texts: ReadonlyMap<string | null, number>
  other: number
  /** Whether a number is a multiple of the fact's step; undefined without a step. */
  onStep: ((x: number) => boolean) | undefined
  /** The domain, null left out: closed ranges, ascending. */
  ranges: readonly { low: number; high: number }[]
  /** The least number of each cell. */
  lows: Float64Array
  /** The cells of the values that the fact may have in a case; null is one where it may be unknown. */
  domain: Runs
  /** The cells of a test that `cellsOf` was given. */
  runs: (test: string) => Runs
}

/**
 * The cells of a fact. `tests` are all tests on it, in canonical form.
 *
 * @throws SyntaxError where one of them is not in canonical form.
 */
export function cellsOf(fact: ArtifactFact, tests: Iterable<string>): FactCells {
  const { type, step, allowedValues, mayBeUnknown } = fact
  const grid = gridOf(type, step)
  const read = new Map(Array.from(tests, text => [text, readCanonical(text, type, grid)]))
  const allowed: CanonicalTest =
    allowedValues !== undefined
      ? readCanonical(allowedValues, type, grid)
      : { ranges: grid ? [{ low: grid.min, high: grid.max }] : [], texts: [], null: false, not: !grid }
  const cut = grid ? cutNumbers(grid, allowed, [...read.values()]) : cutTexts(allowed, [...read.values()])
  const last = cut.lows.length - 1
  const runsOf = (test: CanonicalTest, unknown: boolean | undefined) => {
    const pairs = cut.cells(test)
    if (unknown) pairs.push([last, last + 1])
    return joined(pairs)
  }
  const runs = new Map(Array.from(read, ([text, test]) => [text, runsOf(test, test.null !== test.not)]))
  return { ...cut, onStep: grid?.has, domain: runsOf(allowed, mayBeUnknown), runs: text => runs.get(text)! }
}

type Pairs = [from: number, to: number][]
type Cut = Pick<FactCells, 'texts' | 'other' | 'ranges' | 'lows'> & {
  /** The cells of a test; null's, which is the last cell, left out. */
  cells: (test: CanonicalTest) => Pairs
}

function cutNumbers(grid: Grid, allowed: CanonicalTest, tests: readonly CanonicalTest[]): Cut {
  const cuts = new Set([-Infinity, Infinity])
  for (const test of [allowed, ...tests]) {
    // With both ends on the grid, so that no cell is empty.
    test.ranges = test.ranges.flatMap(range => {
      const under = grid.floor(range.low)
      const low = under === range.low ? under : grid.next(under)
      const high = grid.floor(range.high)
      return low <= high ? [{ low, high }] : []
    })
    for (const { low, high } of test.ranges) cuts.add(low + 0).add(grid.next(high))
  }
  const lows = Float64Array.from(cuts).sort()
  const cell = new Map<number, number>()
  for (const [i, low] of lows.entries()) cell.set(low, i)
  return {
    texts: new Map(),
    other: 0,
    ranges: allowed.ranges.sort((a, b) => a.low - b.low),
    lows,
    cells: test => test.ranges.map(({ low, high }) => [cell.get(low)!, cell.get(grid.next(high))!]),
  }
}

/** Texts of the domain come first, then the cell of all the others, then what the domain leaves out. */
function cutTexts(allowed: CanonicalTest, tests: readonly CanonicalTest[]): Cut {
  const open = allowed.not
  const named = new Set(allowed.texts)
  const mentioned = [...new Set(tests.flatMap(test => test.texts))].filter(text => !named.has(text))
  const [inside, outside] = open ? [mentioned, named] : [[...named], mentioned]
  const other = inside.length
  const texts = new Map([...inside, null, ...outside].map((text, i) => [text, i]))
  const last = texts.size
  return {
    texts,
    other,
    ranges: [{ low: 0, high: open ? other : other - 1 }],
    lows: Float64Array.from({ length: last + 1 }, (_, i) => (i === last ? Infinity : i)),
    cells: test => {
      const pairs = test.texts.map((text): [number, number] => [texts.get(text)!, texts.get(text)! + 1])
      return test.not ? complement(pairs, last) : pairs
    },
  }
}

function complement(pairs: Pairs, end: number): Pairs {
  const runs = joined(pairs)
  const ends = [0, ...runs, end]
  return Array.from({ length: ends.length / 2 }, (_, i) => [ends[2 * i]!, ends[2 * i + 1]!])
}
