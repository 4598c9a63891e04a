import { zoneOffset } from '@/compiler/language/tests/value-words'
import { toJson, toPoint } from '@/compiler/runtime/values'

const pad = (n: number) => String(n).padStart(2, '0')

/** What a clock in the zone shows at an instant, as `datetime-local` fields write it; in UTC without a known zone. */
export function toWallTime(ms: number, timeZone: string | undefined): string {
  const offset = (timeZone !== undefined && zoneOffset(ms, timeZone)) || 0
  return String(toJson('date and time', ms + offset)).replace(/Z$/, '')
}

/**
 * The instant at which a clock in the zone shows this, or undefined where it is no time. Of two such instants (an hour
 * that comes twice in autumn) it is the first; a time that spring leaves out moves on by an hour.
 */
export function fromWallTime(wall: string, timeZone: string | undefined): number | undefined {
  const [date, time = ''] = wall.split('T')
  const seconds = time.split(':').length === 2 ? `${time}:${pad(0)}` : time
  const utc = toPoint('date and time', `${date}T${seconds}Z`) as number | undefined
  if (utc === undefined || timeZone === undefined) return utc
  const before = zoneOffset(utc - 86_400_000, timeZone)
  const after = zoneOffset(utc + 86_400_000, timeZone)
  if (before === undefined || after === undefined) return utc
  const instants = [utc - before, utc - after].filter(ms => ms + (zoneOffset(ms, timeZone) ?? 0) === utc)
  return instants.length > 0 ? Math.min(...instants) : utc - before
}
