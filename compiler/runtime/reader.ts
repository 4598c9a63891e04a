import type { ArtifactFact } from './artifact'
import type { FactCells } from './fact-cells'
import { stepGrid } from './grid'
import { FACT_TYPES, readText } from './values'

/** How the values of a fact are read, laid out so that nothing is looked up or made while it is done. */
export interface Reader {
  name: string
  form: ArtifactFact
  cells: FactCells
  /** The place of its type in `FACT_TYPES`. */
  kind: number
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
  kind: FACT_TYPES.indexOf(form.type),
  low: cells.ranges[0]?.low ?? Infinity,
  high: cells.ranges.at(-1)?.high ?? -Infinity,
  ranges: cells.ranges.length > 1 ? cells.ranges : null,
  onStep: form.type === 'number' && form.step !== undefined ? stepGrid(form.step).has : null,
  absent: form.volunteered ? 0 : Number.NaN,
  unknown: form.mayBeUnknown ? Infinity : Number.NaN,
})

const [BOOLEAN, NUMBER, STRING] = [0, 1, 2] as const

/** A value as the number that stands for it (see `FactCells`), or NaN where it is none of the fact's. */
export function readPoint(reader: Reader, value: unknown): number {
  if (value === null) return reader.unknown
  const { kind } = reader
  let point = Number.NaN
  if (typeof value === 'string') {
    if (kind === STRING) point = reader.cells.texts.get(value) ?? reader.cells.other
    else if (kind > STRING) point = readText(kind, value)
  } else if (typeof value === 'number') {
    if (kind === NUMBER) point = value
  } else if (kind === BOOLEAN && typeof value === 'boolean') point = value ? 1 : 0
  // What is not a number fails here, too.
  if (!(point >= reader.low && point <= reader.high)) return Number.NaN
  if (reader.ranges !== null && !inRanges(reader.ranges, point)) return Number.NaN
  return reader.onStep === null || reader.onStep(point) ? point : Number.NaN
}

const inRanges = (ranges: FactCells['ranges'], point: number) =>
  ranges.some(({ low, high }) => low <= point && point <= high)
