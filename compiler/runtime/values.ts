import { DAY, readText } from './read-values'

export { MAX_DATE, MIN_DATE } from './read-values'

/**
 * The values that facts take, outside and inside. Outside they are JSON: dates, times, date-times and durations as
 * ISO 8601 text. Inside, every ordered type is a number on a grid, so that all of them are compared alike:
 *
 * | type | outside | inside |
 * |---|---|---|
 * | boolean | `true` | `true` |
 * | string | `"gold"` | `"gold"`, exact code points |
 * | number | `12.5` | a finite double; -0 is 0 |
 * | date | `"2026-11-21"` | days since 1970-01-01 |
 * | time | `"15:00:00"` | seconds since midnight |
 * | date and time | `"2026-11-21T15:00:00-06:00"` | milliseconds since 1970-01-01T00:00:00Z |
 * | days and time duration | `"P1DT2H"` | milliseconds |
 *
 * Years run from 0001 to 9999, as ISO 8601 writes them without an agreement.
 */
export const FACT_TYPES = [
  'boolean',
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
] as const
export type FactType = (typeof FACT_TYPES)[number]

export type JsonValue = string | number | boolean | null
/** A value inside; `null` is asked-and-nobody-knows. */
export type Point = string | number | boolean

function writeDuration(ms: number): string {
  const size = Math.abs(ms)
  const part = (n: number, unit: string) => (n ? `${n}${unit}` : '')
  const time =
    part(Math.floor(size / 3_600_000) % 24, 'H') +
    part(Math.floor(size / 60_000) % 60, 'M') +
    part((size % 60_000) / 1000, 'S')
  const text = part(Math.floor(size / DAY), 'D') + (time && `T${time}`)
  return `${ms < 0 ? '-' : ''}P${text || 'T0S'}`
}

/** How a value is written, and how a message names one. */
const VALUE_TYPES: Record<FactType, { write?: (point: never) => JsonValue; name: string }> = {
  boolean: { name: 'true or false' },
  number: { name: 'a number' },
  string: { name: 'a text' },
  date: {
    write: (days: number) => new Date(days * DAY).toISOString().slice(0, 10),
    name: 'a date such as 2026-11-21',
  },
  time: {
    write: (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19),
    name: 'a time such as 15:00:00',
  },
  'date and time': {
    write: (ms: number) => new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z'),
    name: 'a date and time with its offset, such as 2026-11-21T15:00:00-06:00',
  },
  'days and time duration': {
    write: writeDuration,
    name: 'a duration in days to seconds, such as P1DT2H',
  },
}

/** The inside of a JSON value, or undefined where it is not a value of the type. `null` is no value of any type. */
export function toPoint(type: FactType, value: unknown): Point | undefined {
  // + 0 makes -0 a 0.
  if (type === 'number')
    return typeof value === type && Number.isFinite(value) ? (value as number) + 0 : undefined
  if (type === 'boolean' || type === 'string') return typeof value === type ? (value as Point) : undefined
  const point = typeof value === 'string' ? readText(FACT_TYPES.indexOf(type), value) : Number.NaN
  return Number.isNaN(point) ? undefined : point
}

/** The JSON form of a value, in canonical text: `toPoint(type, toJson(type, p))` is `p`. */
export const toJson = (type: FactType, point: Point | null): JsonValue =>
  point === null ? null : (VALUE_TYPES[type].write?.(point as never) ?? point)

/** How a message names a value of this type: "a time such as 15:00:00". */
export const typeName = (type: FactType): string => VALUE_TYPES[type].name
