import type { Domain } from '../language/tests/domain'
import { gridSet, type Range, union, type ValueSet } from '../language/tests/value-set'
import { type Grid, gridOf } from '../runtime/grid'

/** How many values of a domain with steps are listed one by one, where the other version has other steps or none. */
export const MOST_LISTED = 1000

export interface JointDomain {
  domain: Domain
  /** Whether every value that one of the versions accepts is in it. */
  whole: boolean
  /** What else cuts it into cells: the values of each version, where their steps are not the same. */
  cuts: ValueSet[]
}

/**
 * The values of a fact in either version. Where the versions have other steps, the values that only one of them knows
 * alternate with those of the other: as long as they can be listed they are. Beyond that, no test could say which they
 * are, and what is compared is the values of both versions' steps.
 */
export function jointDomain(a: Domain, b: Domain): JointDomain {
  const next = a.grid?.next ?? (n => n)
  if (a.step === b.step) return { domain: { ...a, all: union(a.all, b.all, next) }, whole: true, cuts: [] }
  const doubles = gridOf('number')!
  const [ofA, ofB] = [valuesOf(a), valuesOf(b)]
  const nul = a.all.null || b.all.null
  const setOf = (ranges: Range[]) => gridSet(ranges, nul, doubles.next)
  if (ofA && ofB)
    return {
      domain: { type: 'number', grid: doubles, all: setOf([...ofA, ...ofB]) },
      whole: true,
      cuts: [setOf(ofA), setOf(ofB)],
    }
  const step = commonStep(a.step, b.step)
  const grid = gridOf('number', step)!
  const all = gridSet(
    [...rangesOf(a), ...rangesOf(b)].map(range => within(range, grid)),
    nul,
    grid.next,
  )
  return { domain: { type: 'number', step, grid, all }, whole: false, cuts: [] }
}

const rangesOf = ({ all }: Domain): readonly Range[] => (all.of === 'grid' ? all.ranges : [])

/** A domain's values as ranges of doubles; undefined where they are too many to be listed. */
function valuesOf(domain: Domain): Range[] | undefined {
  const { grid, step } = domain
  if (step === undefined) return [...rangesOf(domain)]
  const values: Range[] = []
  for (const [low, high] of rangesOf(domain)) {
    for (let value = low; value <= high; value = grid!.next(value)) {
      values.push([value, value])
      // A domain that is written as a list is no longer than its document.
      if (values.length > MOST_LISTED && low !== high) return undefined
    }
  }
  return values
}

/** The values of the range that are on the grid; an empty range where there are none. */
export function within([low, high]: Range, { floor, next }: Grid): Range {
  const at = floor(low)
  return [at === low ? low : next(at), floor(high)]
}

/** The least number that both steps divide; a step divides itself where the other one is left out. */
function commonStep(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return (a ?? b)!
  const [p, q] = [decimal(a), decimal(b)]
  const exponent = Math.min(p.exponent, q.exponent)
  const [m, n] = [p, q].map(({ units, exponent: e }) => units * 10n ** BigInt(e - exponent)) as [
    bigint,
    bigint,
  ]
  return Number(`${(m / divisor(m, n)) * n}e${exponent}`)
}

function decimal(step: number): { units: bigint; exponent: number } {
  const [digits, power] = step.toExponential().split('e') as [string, string]
  const fraction = digits.split('.')[1] ?? ''
  return { units: BigInt(digits.replace('.', '')), exponent: Number(power) - fraction.length }
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
