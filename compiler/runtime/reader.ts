import type { ArtifactFact } from './artifact'
import type { FactCells } from './fact-cells'
import { toNumber } from './values'

/** How the values of a fact are read, laid out so that nothing is looked up or made while it is done. */
export interface Reader {
  name: string
  form: ArtifactFact
  cells: FactCells
  /** The numbers that the domain lies between; `ranges` where there are gaps in it. */
  low: number
  high: number
  ranges: FactCells['ranges'] | null
  /** Whether a number is a multiple of the fact's step; null without a step. */
  onStep: ((x: number) => boolean) | null
  /** What is known while the fact is not given: nothing, or of a volunteered one that it is not so. */
  absent: number
  /** What null is read as: `Infinity` where the fact may be unknown. */
  unknown: number
}

export const readerOf = (name: string, form: ArtifactFact, cells: FactCells): Reader => ({
  name,
  form,
  cells,
  low: cells.ranges[0]?.low ?? Infinity,
  high: cells.ranges.at(-1)?.high ?? -Infinity,
  ranges: cells.ranges.length > 1 ? cells.ranges : null,
  onStep: form.type === 'number' && form.step !== undefined ? cells.grid!.has : null,
  absent: form.volunteered ? 0 : Number.NaN,
  unknown: form.mayBeUnknown ? Infinity : Number.NaN,
})

/** A value as the number that stands for it (see `FactCells`), or NaN where it is none of the fact's. */
export function readPoint(
  { form, cells, low, high, ranges, onStep, unknown }: Reader,
  value: unknown,
): number {
  if (value === null) return unknown
  const point =
    form.type !== 'string'
      ? toNumber(form.type, value)
      : typeof value === 'string'
        ? (cells.texts.get(value) ?? cells.other)
        : Number.NaN
  // What is not a number fails here, too.
  if (!(point >= low && point <= high)) return Number.NaN
  if (ranges !== null && !inRanges(ranges, point)) return Number.NaN
  return onStep === null || onStep(point) ? point : Number.NaN
}

const inRanges = (ranges: FactCells['ranges'], point: number) =>
  ranges.some(({ low, high }) => low <= point && point <= high)
