/*
 * ISO 8601 text as numbers, by its characters' codes: a decision reads every fact that it is given, and a regular
 * expression would take longer than all the rest. What is no such text is NaN.
 */

export const MIN_DATE = -719_162 // 0001-01-01
export const MAX_DATE = 2_932_896 // 9999-12-31

const MINUS = 45
const PLUS = 43
const DOT = 46
const COLON = 58
/** Milliseconds. */
export const DAY = 86_400_000

/** Less than what two digits, however they are put together with others, can make up for. */
const NONE = -1e6

/** Two digits at a place, or `NONE`: a whole number in any case, which engines reckon with faster than with NaN. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NONE
}

function dateAt(text: string, at: number): number {
  const year = two(text, at) * 100 + two(text, at + 2)
  const month = two(text, at + 5)
  const day = two(text, at + 8)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN
  if (text.charCodeAt(at + 4) !== MINUS || text.charCodeAt(at + 7) !== MINUS) return Number.NaN
  if (day > 28 && day > daysIn(year, month)) return Number.NaN
  // Years that begin in March have their odd day at the end (H. Hinnant, “chrono-compatible low-level date algorithms”).
  const from = month > 2 ? year : year - 1
  const century = (from / 100) | 0
  const march = month > 2 ? month - 3 : month + 9
  return from * 365 + (from >> 2) - century + (century >> 2) + (((153 * march + 2) / 5) | 0) + day - 719_469
}

const daysIn = (year: number, month: number) =>
  month !== 2
    ? 30 + ((month + (month >> 3)) & 1)
    : year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28

function timeAt(text: string, at: number): number {
  const hour = two(text, at)
  const minute = two(text, at + 3)
  const second = two(text, at + 6)
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return Number.NaN
  return hour < 24 && minute < 60 && second < 60 && hour + minute + second >= 0
    ? (hour * 60 + minute) * 60 + second
    : Number.NaN
}

/** Milliseconds since 1970-01-01T00:00:00Z. The offset is `Z` or at most 14 hours, with its minutes. */
function readDateTime(text: string): number {
  if (text.charCodeAt(10) !== 84 /* T */) return Number.NaN
  let ms = dateAt(text, 0) * DAY + timeAt(text, 11) * 1000
  let at = 19
  if (text.charCodeAt(at) === DOT) {
    const decimals = decimalsAt(text, 20)
    if (decimals === 0) return Number.NaN
    ms += decimals >> 2
    at += 1 + (decimals & 3)
  }
  const sign = text.charCodeAt(at)
  if (sign === 90 /* Z */) at++
  else {
    const hours = two(text, at + 1)
    const minutes = two(text, at + 4)
    if (sign !== PLUS && sign !== MINUS) return Number.NaN
    if (text.charCodeAt(at + 3) !== COLON || hours > 14 || minutes > 59 || hours + minutes < 0)
      return Number.NaN
    ms -= (sign === MINUS ? -1 : 1) * (hours * 60 + minutes) * 60_000
    at += 6
  }
  return at === text.length && ms >= MIN_DATE * DAY && ms < (MAX_DATE + 1) * DAY ? ms : Number.NaN
}

const isDigit = (code: number) => code >= 48 && code <= 57

/** Up to three digits at a place: the thousandths that they are, times 4, and how many there are. */
function decimalsAt(text: string, from: number): number {
  let decimals = 0
  let at = from
  for (let unit = 400; unit >= 4 && isDigit(text.charCodeAt(at)); unit /= 10)
    decimals += (text.charCodeAt(at++) - 48) * unit + 1
  return decimals
}

/** Milliseconds. At most twelve digits of each unit, and three decimals of the seconds. */
function readDuration(text: string): number {
  const negative = text.charCodeAt(0) === MINUS
  let at = negative ? 1 : 0
  if (text.charCodeAt(at++) !== 80 /* P */) return Number.NaN
  let size = 0
  let inTime = false
  // The largest unit that may still come: 0 days, 1 hours, 2 minutes, 3 seconds.
  let next = 0
  do {
    if (!inTime && text.charCodeAt(at) === 84 /* T */) {
      inTime = true
      at++
    }
    const start = at
    let count = 0
    while (isDigit(text.charCodeAt(at))) count = count * 10 + text.charCodeAt(at++) - 48
    if (at === start || at - start > 12) return Number.NaN
    if (text.charCodeAt(at) === DOT) {
      const decimals = decimalsAt(text, at + 1)
      at += 1 + (decimals & 3)
      if (decimals === 0 || text.charCodeAt(at) !== 83 /* S */) return Number.NaN
      size += decimals >> 2
    }
    const unit = 'DHMS'.indexOf(text.charAt(at++) || ' ')
    if (unit < next || unit > 0 !== inTime) return Number.NaN
    size += count * UNITS[unit]!
    next = unit + 1
  } while (at < text.length)
  if (size > Number.MAX_SAFE_INTEGER) return Number.NaN
  return negative && size > 0 ? -size : size
}

/** Milliseconds in a day, an hour, a minute and a second. */
const UNITS = [DAY, 3_600_000, 60_000, 1000] as const

/**
 * The number for a text of the type at a place in `FACT_TYPES`, one behind `string`: days since 1970-01-01, seconds since
 * midnight, milliseconds since 1970-01-01T00:00:00Z, or milliseconds.
 */
export function readText(kind: number, text: string): number {
  if (kind === 3) return text.length === 10 ? dateAt(text, 0) : Number.NaN
  if (kind === 4) return text.length === 8 ? timeAt(text, 0) : Number.NaN
  return kind === 5 ? readDateTime(text) : readDuration(text)
}
