/** Times in the viewer's zone, in British English. All take ISO strings. */
const LOCALE = 'en-GB'

const short = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' })
const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' })
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' })
const ago = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** “21 Nov 2026, 14:32”; in full with the day of the week and the zone. */
export const dateAndTime = (at: string, inFull = false): string =>
  (inFull ? full : short).format(new Date(at))

/** “just now”, “5 minutes ago”, “yesterday”; a date from a week on. */
export function relative(at: string, now = Date.now()): string {
  const passed = now - Date.parse(at)
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return ago.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < DAY) return ago.format(-Math.floor(passed / HOUR), 'hour')
  if (passed < 7 * DAY) return ago.format(-Math.floor(passed / DAY), 'day')
  return day.format(new Date(at))
}
