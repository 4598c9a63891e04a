import { DAY, MAX_DATE, MIN_DATE } from './read-values'
import type { FactType } from './values'

/**
 * The values that an ordered type can take, in their order. Every one of them has a next one, the doubles included,
 * so that every set of values is a union of closed ranges and two sets are equal exactly when their ranges are.
 */
export interface Grid {
  min: number
  max: number
  /** The next value; of `max` it is `Infinity`. */
  next: (value: number) => number
  /** The value before; of `min` it is `-Infinity`. */
  previous: (value: number) => number
  /** The greatest value that is not above x, or `-Infinity`. */
  floor: (x: number) => number
  /** Whether x, which is finite, is one of the values; only where they are the multiples of a step. */
  has?: (x: number) => boolean
}

const whole = (min: number, max: number): Grid => {
  const clip = (n: number) => (n < min ? -Infinity : n > max ? Infinity : n)
  return {
    min,
    max,
    next: n => clip(n + 1),
    previous: n => clip(n - 1),
    floor: x => (x >= max ? max : clip(Math.floor(x))),
  }
}

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** The next double after x; after the greatest one it is `Infinity`. */
function nextDouble(x: number): number {
  if (x === 0) return Number.MIN_VALUE
  float[0] = x
  bits[0]! += x > 0 ? 1n : -1n
  return float[0] + 0
}

const doubles: Grid = {
  min: -Number.MAX_VALUE,
  max: Number.MAX_VALUE,
  next: nextDouble,
  previous: x => -nextDouble(-x) + 0,
  floor: x => (x === Infinity ? Number.MAX_VALUE : x),
}

/** The least double with all its digits. */
const MIN_NORMAL = 2 ** -1022

/** The doubles nearest to the multiples of a decimal step, as far as they have 15 digits: beyond, two could be one double. */
export function stepGrid(step: number): Grid & {
  /** Whether x, which is finite, is one of the values. */
  has: (x: number) => boolean
} {
  const [digits, power] = step.toExponential().split('e') as [string, string]
  const fraction = digits.split('.')[1] ?? ''
  const units = Number(digits.replace('.', ''))
  const exponent = Number(power) - fraction.length
  const last = Math.floor(999_999_999_999_999 / units)
  const scale = 10 ** Math.abs(exponent)
  // Both are exact doubles up to 10^22, so that their quotient or product is the nearest double to the true one.
  const multiple =
    exponent < -22 || exponent > 22
      ? (k: number) => Number(`${k * units}e${exponent}`) + 0
      : exponent < 0
        ? (k: number) => (k * units) / scale + 0
        : (k: number) => k * units * scale + 0
  let most = Math.min(last, Math.floor(Number.MAX_VALUE / step))
  while (!Number.isFinite(multiple(most))) most--
  const at = (k: number) => (k < -most ? -Infinity : k > most ? Infinity : multiple(k))
  /** The greatest k whose multiple is not above x. */
  const index = (x: number) => {
    if (x >= multiple(most)) return most
    if (x < multiple(-most)) return -most - 1
    const guess = Math.min(most, Math.max(-most, Math.floor(x / step)))
    // The quotient of two doubles is off by a few at most, but where the step is too small to be an exact double.
    let [low, high] =
      multiple(guess - 4) <= x && x < multiple(guess + 4) ? [guess - 4, guess + 4] : [-most, most]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (multiple(middle) <= x) low = middle
      else high = middle
    }
    return low
  }
  // A quotient of at most 15 digits is off by less than a half, but where the step is too small to be an exact double.
  const exact = step >= MIN_NORMAL
  return {
    min: multiple(-most),
    max: multiple(most),
    next: x => at(index(x) + 1),
    previous: x => at(index(x) - 1),
    floor: x => at(index(x)),
    has: x => {
      const k = exact ? Math.round(x / step) : index(x)
      return k >= -most && k <= most && multiple(k) === x
    },
  }
}

const GRIDS = {
  boolean: whole(0, 1),
  date: whole(MIN_DATE, MAX_DATE),
  time: whole(0, 86_399),
  'date and time': whole(MIN_DATE * DAY, (MAX_DATE + 1) * DAY - 1),
  'days and time duration': whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
} as const satisfies Partial<Record<FactType, Grid>>

/** The grid of a type; false and true are 0 and 1. Strings have none: they have no order. */
export function gridOf(type: FactType, step?: number): Grid | null {
  if (type === 'string') return null
  if (type === 'number') return step === undefined ? doubles : stepGrid(step)
  return GRIDS[type]
}
