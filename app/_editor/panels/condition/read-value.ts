import { type FactType, type Point, toPoint } from '@/compiler/runtime/values'
import { fromWallTime } from '../fields/zoned-time'

/** A value as people write it, of one type; undefined where it is none. Dates that can be read two ways are none. */
export type ReadValue = (text: string) => Point | undefined

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const UNITS: Record<string, number> = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000 }
const SHORT: Record<string, string> = {
  d: 'day',
  h: 'hour',
  hr: 'hour',
  m: 'minute',
  min: 'minute',
  s: 'second',
  sec: 'second',
}

const pad = (text: string | number, length = 2) => String(text).padStart(length, '0')

function readNumber(text: string): Point | undefined {
  const plain = text.replaceAll('−', '-').replace(/^–/, '-')
  // Thousands may be set apart: `12,500`, `12 500`.
  const joined = /^-?\d{1,3}([, \u00a0\u202f]\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replace(/[, \u00a0\u202f]/g, '')
    : plain
  return /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(joined) ? toPoint('number', Number(joined)) : undefined
}

/** `3 PM`, `3:30pm`, `15:00`, `15:00:30`, `noon`, `midnight`. */
function readTime(text: string): Point | undefined {
  if (/^noon$/i.test(text)) return 43_200
  if (/^midnight$/i.test(text)) return 0
  const found = /^(\d{1,2})(?::(\d\d)(?::(\d\d))?)?\s*(a|p)?\.?(?:m\.?)?$/i.exec(text)
  if (!found) return undefined
  const [, hours, minutes = '0', seconds = '0', half] = found
  if (half === undefined && (found[2] === undefined || /m\.?$/i.test(text))) return undefined
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  return toPoint('time', [pad(hour), pad(minutes), pad(seconds)].join(':'))
}

/** By its name, or as much of it as tells it from the others. */
function readMonth(name: string): number | undefined {
  const at = name.length < 3 ? -1 : MONTHS.findIndex(month => month.startsWith(name.toLowerCase()))
  return at < 0 ? undefined : at + 1
}

const dated = (year: string | number, month: string | number, day: string | number) =>
  toPoint('date', `${pad(year, 4)}-${pad(month)}-${pad(day)}`)

/** `31 January 2026`, `31 Jan 2026`, `January 31, 2026`, `2026-01-31`, `31/1/2026`. */
function readDate(text: string): Point | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dated(iso[1]!, iso[2]!, iso[3]!)
  const named = /^(\d{1,2})\.?\s+([a-z]+)\.?,?\s+(\d{1,4})$/i.exec(text)
  const turned = /^([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{1,4})$/i.exec(text)
  const [day, name, year] = named ? named.slice(1) : turned ? [turned[2], turned[1], turned[3]] : []
  if (day && name && year) {
    const month = readMonth(name)
    return month === undefined ? undefined : dated(year, month, day)
  }
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (!figures) return undefined
  const [first, second] = [Number(figures[1]), Number(figures[2])]
  if (first <= 12 && second <= 12 && first !== second) return undefined
  return first > 12 ? dated(figures[3]!, second, first) : dated(figures[3]!, first, second)
}

/** A moment on the clocks of the policy's time zone, unless it says which offset it means. */
function readDateTime(text: string, timeZone: string | undefined): Point | undefined {
  const exact = toPoint('date and time', text)
  if (exact !== undefined) return exact
  const utc = /\s+UTC$/.test(text)
  const found =
    /^(.+?)(?:,\s*|\s+at\s+|T|\s+)([\d:]+(?:\s*[ap]\.?m\.?)?|noon|midnight)(?: and (\d{1,3}) ms)?$/i.exec(
      utc ? text.replace(/\s+UTC$/, '') : text,
    )
  if (!found) return undefined
  const [days, seconds] = [readDate(found[1]!.trim()), readTime(found[2]!.trim())]
  if (days === undefined || seconds === undefined) return undefined
  const wall = new Date((days as number) * 86_400_000 + (seconds as number) * 1000).toISOString().slice(0, 19)
  const instant = fromWallTime(wall, utc ? undefined : timeZone)
  return instant === undefined ? undefined : instant + Number(found[3] ?? 0)
}

/** `30 days`, `1 day 2 hours`, `2h 30m`, `P30D`; in milliseconds. */
function readDuration(text: string): Point | undefined {
  const iso = toPoint('days and time duration', text.toUpperCase())
  if (iso !== undefined) return iso
  if (/^no time$/i.test(text)) return 0
  const sign = /^[−-]/.test(text) ? -1 : 1
  const parts = text.replace(/^[−-]\s*/, '').matchAll(/([\d.,]+)\s*([a-z]+)(?:\s*,\s*|\s+and\s+|\s*)/giy)
  let [sum, read] = [0, sign < 0 ? (/^[−-]\s*/.exec(text)?.[0].length ?? 0) : 0]
  for (const [whole, amount, unit] of parts) {
    const name = unit!.toLowerCase()
    const size = UNITS[SHORT[name] ?? name.replace(/s$/, '')]
    const n = readNumber(amount!.replace(/,$/, ''))
    if (size === undefined || n === undefined) return undefined
    sum += (n as number) * size
    read += whole.length
  }
  return read === text.length && read > 0 && Number.isSafeInteger(Math.round(sum))
    ? sign * Math.round(sum) + 0
    : undefined
}

function readBoolean(text: string): Point | undefined {
  if (/^(yes|true|y)$/i.test(text)) return true
  return /^(no|false|n)$/i.test(text) ? false : undefined
}

/**
 * How values of a type are read. `choices` are the values of a closed domain: a text is then one of them, whatever its
 * case. Moments are told by the clocks of `timeZone`.
 */
export function valueReader(
  type: FactType,
  { choices, timeZone }: { choices?: readonly Point[] | null; timeZone?: string },
): ReadValue {
  switch (type) {
    case 'boolean':
      return readBoolean
    case 'number':
      return readNumber
    case 'date':
      return readDate
    case 'time':
      return readTime
    case 'date and time':
      return text => readDateTime(text, timeZone)
    case 'days and time duration':
      return readDuration
    case 'string':
      return text => {
        if (!choices) return text === 'empty' ? '' : text
        const named = choices.find(choice => choice === text) ?? (text === 'empty' ? '' : undefined)
        const small = text.toLowerCase()
        return named ?? choices.find(choice => String(choice).toLowerCase() === small && choice !== '')
      }
  }
}
