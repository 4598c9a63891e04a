import { z } from 'zod'
import { filterInput } from '../../audit/filter'
import { entriesBefore, type ReadEntry } from '../../audit/read-entries'
import type { EntryBody } from '../../audit/record'
import { whatWasDone, whoDid } from '../../audit/told'
import { signedIn } from '../../trpc/access'

/** An entry of the log, and what it says in words. */
export interface AuditEntry extends Omit<EntryBody, 'details'> {
  /** Who did it, in words; and what, in the words that follow. */
  who: string
  did: string
  /** What the policy is called today, or what it was called in addresses. */
  title: string | null
  /** JSON. */
  details: string | null
  hash: string
}

export interface AuditPage {
  /** The newest first. */
  entries: AuditEntry[]
  /** Before which number the next page begins; null where there is none. */
  next: number | null
}

export const toAuditEntry = ({ entry, hash, title }: ReadEntry): AuditEntry => ({
  ...entry,
  who: whoDid(entry),
  did: whatWasDone(entry, title ?? ''),
  title,
  details: entry.details === undefined ? null : JSON.stringify(entry.details, null, 2),
  hash,
})

/** The log, the newest entries first, a page at a time. */
export const list = signedIn
  .input(
    z.strictObject({
      filter: filterInput.default({}),
      limit: z.int().min(1).max(200).default(60),
      /** The number before which the page begins. */
      cursor: z.int().positive().nullish(),
      // tRPC’s pages say which way they go; there is one.
      direction: z.literal('forward').optional(),
    }),
  )
  .query(async ({ ctx, input: { filter, limit, cursor } }): Promise<AuditPage> => {
    const found = await entriesBefore(ctx.database, { filter, limit: limit + 1, before: cursor ?? undefined })
    const entries = found.slice(0, limit).map(toAuditEntry)
    return { entries, next: found.length > limit ? entries.at(-1)!.seq : null }
  })
