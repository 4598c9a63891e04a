import type { FactType, Point } from '../../runtime/values'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY = 86_400_000

const pad = (n: number) => String(n).padStart(2, '0')

/** `12,500.5`: thousands are set apart from five digits on, so that years and house numbers stay as they are. */
export function numberWords(value: number): string {
  const text = String(value)
  if (Math.abs(value) < 10_000 || text.includes('e')) return text.replace('-', '−')
  const [whole, fraction] = text.split('.') as [string, string | undefined]
  const grouped = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function dateWords(days: number): string {
  const at = new Date(days * DAY)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** `3:00 PM`, `3:00:15 PM`; noon and midnight by name, since nobody agrees on what 12 PM is. */
export function timeWords(seconds: number): string {
  if (seconds === 0) return 'midnight'
  if (seconds === 43_200) return 'noon'
  const hour = Math.floor(seconds / 3600)
  const rest = seconds % 60
  const minutes = `${pad(Math.floor(seconds / 60) % 60)}${rest ? `:${pad(rest)}` : ''}`
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds; undefined where there is no such zone. */
export function zoneOffset(ms: number, timeZone: string): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(ms)
    const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
    const wall = new Date(0)
    wall.setUTCFullYear(part('year'), part('month') - 1, part('day'))
    wall.setUTCHours(part('hour'), part('minute'), part('second'))
    return wall.getTime() - Math.floor(ms / 1000) * 1000
  } catch {
    return undefined
  }
}

function dateTimeWords(ms: number, timeZone?: string): string {
  const offset = timeZone === undefined ? undefined : zoneOffset(ms, timeZone)
  const wall = ms + (offset ?? 0)
  const days = Math.floor(wall / DAY)
  const rest = wall - days * DAY
  const fraction = rest % 1000 ? ` and ${rest % 1000} ms` : ''
  const time = `${timeWords(Math.floor(rest / 1000))}${fraction}`
  return `${dateWords(days)}, ${time}${offset === undefined ? ' UTC' : ''}`
}

const UNITS = [
  [DAY, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const

/** `30 days`, `1 day 2 hours`. */
export function durationWords(ms: number): string {
  if (ms === 0) return 'no time'
  let rest = Math.abs(ms)
  const parts: string[] = []
  for (const [size, unit] of UNITS) {
    const n = Math.floor(rest / size)
    rest -= n * size
    if (n) parts.push(`${numberWords(n)} ${unit}${n === 1 ? '' : 's'}`)
  }
  if (rest) parts.push(`${rest / 1000} ${rest === 1000 ? 'second' : 'seconds'}`)
  return `${ms < 0 ? '−' : ''}${parts.join(' ')}`
}

/**
 * A value as one would say it: `3:00 PM`, `yes`, `30 days`, `31 January 2026`; `nobody knows` for null.
 * Instants are told by the clocks of `timeZone`, or in UTC where it is left out.
 */
export function valueWords(type: FactType, value: Point | null, timeZone?: string): string {
  if (value === null) return 'nobody knows'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value === '' ? 'empty' : value
  switch (type) {
    case 'date':
      return dateWords(value)
    case 'time':
      return timeWords(value)
    case 'date and time':
      return dateTimeWords(value, timeZone)
    case 'days and time duration':
      return durationWords(value)
    case 'number':
    case 'boolean':
    case 'string':
      return numberWords(value)
  }
}
