import { dateAndTime } from '../../_shell/dates'
import type { Outputs } from '../../_shell/trpc'
import type { Channel } from './asked'

/** "On 3 Mar 2026, 14:30, version 2 was in force on live: since 1 Mar 2026, 09:00, until 5 Mar 2026, 10:00." */
export function inForceWords(
  { version, until }: Outputs['versions']['asOf'],
  { at, channel }: { at: string; channel: Channel },
  now = new Date().toISOString(),
): string {
  const moment = `On ${dateAndTime(at)}`
  const over = until !== null && until <= now
  if (!version) {
    const first =
      until === null ? '' : ` The first version ${over ? 'came' : 'comes'} on ${dateAndTime(until)}.`
    return `${moment}, nothing ${at <= now ? 'was' : 'will be'} in force on ${channel}.${first}`
  }
  const was = over ? 'was' : at <= now ? 'is' : 'will be'
  const from = `since ${dateAndTime(version.since)}`
  const end = until === null ? ', and no other is planned' : `, until ${dateAndTime(until)}`
  return `${moment}, version ${version.number} ${was} in force on ${channel}: ${from}${end}.`
}
