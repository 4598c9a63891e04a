import { ACTS, type ActName } from './acts'
import type { EntryBody } from './record'

/** Who did it, in words. */
export function whoDid({ by, through }: Pick<EntryBody, 'by' | 'through'>): string {
  if (by === null) return through ? 'Somebody on the command line' : 'Remit'
  return through ? `${by.name}, on the command line,` : by.name
}

/** What somebody did, in the words that follow their name; `title` is what the policy is called. */
export function whatWasDone(entry: EntryBody, title: string): string {
  // An act that this version does not know yet is told by its name.
  if (!Object.hasOwn(ACTS, entry.act)) return entry.act
  const { says } = ACTS[entry.act as ActName]
  const { from = null, to = null, details } = entry
  return (says as (told: unknown) => string)({ policy: title, from, to, details })
}
