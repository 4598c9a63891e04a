import type { Domain } from '../language/tests/domain'
import type { Range } from '../language/tests/value-set'
import type { FactType } from '../runtime/values'

const MINUTE = 60
const MS = 1000
/** The units in which people count, coarsest first, in steps of the grid. */
const UNITS: Record<Exclude<FactType, 'string' | 'boolean' | 'number'>, readonly number[]> = {
  date: [1],
  time: [60 * MINUTE, MINUTE, 1],
  'date and time': [24 * 60 * MINUTE * MS, 60 * MINUTE * MS, MINUTE * MS, MS, 1],
  'days and time duration': [24 * 60 * MINUTE * MS, 60 * MINUTE * MS, MINUTE * MS, MS, 1],
}

/**
 * Whether a range that two answers leave between them is too narrow to have been meant: a single value (three o’clock
 * between before three and after three), or what lies between two neighbours of the unit in which both are written
 * (`<= 25` and `>= 25.01`, or 14:59 and 15:00).
 */
export function isSliver([low, high]: Range, { type, grid }: Domain): boolean {
  if (!grid || type === 'boolean' || type === 'string') return false
  const [below, above] = [grid.previous(low), grid.next(high)]
  if (!Number.isFinite(below) || !Number.isFinite(above)) return false
  if (low === high) return true
  if (type === 'number') {
    const unit = 10 ** -Math.max(decimals(below), decimals(above))
    return Math.abs(above - below - unit) <= unit * 1e-6
  }
  const unit = UNITS[type].find(size => below % size === 0 && above % size === 0)
  return unit !== undefined && above - below === unit
}

/** Digits behind the point; of a number written with an exponent, more than anybody counts in. */
const decimals = (n: number) => {
  const text = String(n)
  return text.includes('e') ? 300 : (text.split('.')[1]?.length ?? 0)
}
