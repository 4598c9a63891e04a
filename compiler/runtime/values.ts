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

const DAY = 86_400_000
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^(\d\d):(\d\d):(\d\d)$/
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?(?:Z|([+-])(\d\d):(\d\d))$/
const DURATION =
  /^(-)?P(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12})(?:\.(\d{1,3}))?S)?)?$/

export const MIN_DATE = -719_162 // 0001-01-01
export const MAX_DATE = 2_932_896 // 9999-12-31

function readDate(text: string): number | undefined {
  const m = DATE.exec(text)
  if (!m) return undefined
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  if (year === 0 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return at.getTime() / DAY
}

function readTime(text: string): number | undefined {
  const m = TIME.exec(text)
  if (!m) return undefined
  const [hour, minute, second] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : undefined
}

function readDateTime(text: string): number | undefined {
  const m = DATE_TIME.exec(text)
  if (!m) return undefined
  const date = readDate(m[1]!)
  const time = readTime(m[2]!)
  if (date === undefined || time === undefined) return undefined
  const [hours, minutes] = [Number(m[5] ?? 0), Number(m[6] ?? 0)]
  if (hours > 14 || minutes > 59) return undefined
  const offset = (m[4] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
  const at = date * DAY + time * 1000 + Number((m[3] ?? '').padEnd(3, '0')) - offset
  return at >= MIN_DATE * DAY && at < (MAX_DATE + 1) * DAY ? at : undefined
}

function readDuration(text: string): number | undefined {
  const m = DURATION.exec(text)
  if (!m || text.endsWith('P') || text.endsWith('T')) return undefined
  const [days, hours, minutes, seconds] = [m[2], m[3], m[4], m[5]].map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const size =
    ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000 + Number((m[6] ?? '').padEnd(3, '0'))
  if (size > Number.MAX_SAFE_INTEGER) return undefined
  return m[1] && size > 0 ? -size : size
}

function writeDate(days: number): string {
  const at = new Date(days * DAY)
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
}

const writeTime = (seconds: number) =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`

function writeDateTime(ms: number): string {
  const days = Math.floor(ms / DAY)
  const rest = ms - days * DAY
  const fraction = rest % 1000
  return `${writeDate(days)}T${writeTime(Math.floor(rest / 1000))}${fraction ? `.${pad(fraction, 3).replace(/0+$/, '')}` : ''}Z`
}

function writeDuration(ms: number): string {
  const size = Math.abs(ms)
  const days = Math.floor(size / DAY)
  const hours = Math.floor(size / 3_600_000) % 24
  const minutes = Math.floor(size / 60_000) % 60
  const seconds = Math.floor(size / 1000) % 60
  const fraction = size % 1000
  const part = (n: number, unit: string) => (n ? `${n}${unit}` : '')
  const s = fraction ? `${seconds}.${pad(fraction, 3).replace(/0+$/, '')}S` : part(seconds, 'S')
  const time = part(hours, 'H') + part(minutes, 'M') + s
  const text = part(days, 'D') + (time && `T${time}`)
  return `${ms < 0 ? '-' : ''}P${text || 'T0S'}`
}

const readText = (read: (text: string) => number | undefined) => (value: unknown) =>
  typeof value === 'string' ? read(value) : undefined

interface ValueType {
  /** The value inside, or undefined where it is not of the type. */
  read: (value: unknown) => Point | undefined
  write: (point: never) => JsonValue
  /** How a message names it. */
  name: string
}

const VALUE_TYPES = {
  boolean: {
    read: value => (typeof value === 'boolean' ? value : undefined),
    write: (point: boolean) => point,
    name: 'true or false',
  },
  number: {
    // + 0 makes -0 a 0.
    read: value => (typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined),
    write: (point: number) => point,
    name: 'a number',
  },
  string: {
    read: value => (typeof value === 'string' ? value : undefined),
    write: (point: string) => point,
    name: 'a text',
  },
  date: { read: readText(readDate), write: writeDate, name: 'a date such as 2026-11-21' },
  time: { read: readText(readTime), write: writeTime, name: 'a time such as 15:00:00' },
  'date and time': {
    read: readText(readDateTime),
    write: writeDateTime,
    name: 'a date and time with its offset, such as 2026-11-21T15:00:00-06:00',
  },
  'days and time duration': {
    read: readText(readDuration),
    write: writeDuration,
    name: 'a duration in days to seconds, such as P1DT2H',
  },
} as const satisfies Record<FactType, ValueType>

/** The inside of a JSON value, or undefined where it is not a value of the type. `null` is no value of any type. */
export const toPoint = (type: FactType, value: unknown): Point | undefined => VALUE_TYPES[type].read(value)

/** The JSON form of a value, in canonical text: `toPoint(type, toJson(type, p))` is `p`. */
export const toJson = (type: FactType, point: Point | null): JsonValue =>
  point === null ? null : (VALUE_TYPES[type].write as (point: Point) => JsonValue)(point)

/** How a message names a value of this type: "a time such as 15:00:00". */
export const typeName = (type: FactType): string => VALUE_TYPES[type].name
