import type { FactType } from '@/compiler/runtime/values'

/*
 * The texts of dates, times, date-times and durations read by regular expressions: a second reading of them, plain
 * enough to be read beside ISO 8601.
 */

const DAY = 86_400_000
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^(\d\d):(\d\d):(\d\d)$/
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?(?:Z|([+-])(\d\d):(\d\d))$/
const DURATION =
  /^(-)?P(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12})(?:\.(\d{1,3}))?S)?)?$/
const FIRST = -719_162 * DAY
const LAST = 2_932_897 * DAY - 1

function date(text: string): number | undefined {
  const m = DATE.exec(text)
  if (!m) return undefined
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  if (year === 0 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return at.getTime() / DAY
}

function time(text: string): number | undefined {
  const m = TIME.exec(text)
  if (!m) return undefined
  const [hour, minute, second] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : undefined
}

function dateTime(text: string): number | undefined {
  const m = DATE_TIME.exec(text)
  if (!m) return undefined
  const days = date(m[1]!)
  const seconds = time(m[2]!)
  if (days === undefined || seconds === undefined) return undefined
  const [hours, minutes] = [Number(m[5] ?? 0), Number(m[6] ?? 0)]
  if (hours > 14 || minutes > 59) return undefined
  const offset = (m[4] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
  const at = days * DAY + seconds * 1000 + Number((m[3] ?? '').padEnd(3, '0')) - offset
  return at >= FIRST && at <= LAST ? at : undefined
}

function duration(text: string): number | undefined {
  const m = DURATION.exec(text)
  if (!m || text.endsWith('P') || text.endsWith('T')) return undefined
  const [days, hours, minutes, seconds] = [m[2], m[3], m[4], m[5]].map(part => BigInt(part ?? 0)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const size =
    ((days * 24n + hours) * 60n + minutes) * 60_000n +
    seconds * 1000n +
    BigInt((m[6] ?? '').padEnd(3, '0') || 0)
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return m[1] && size > 0n ? -Number(size) : Number(size)
}

/** The number inside for a text, or undefined where it is none of the type. */
export const PLAIN_READERS = {
  date,
  time,
  'date and time': dateTime,
  'days and time duration': duration,
} satisfies Partial<Record<FactType, (text: string) => number | undefined>>
