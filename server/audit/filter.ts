import { and, eq, gte, ilike, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { auditEntries, policies } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { ACTS, type ActName } from './acts'

const moment = z.iso.datetime({ offset: true })

/** Which entries somebody wants to see; all that is left out does not matter. */
export const filterInput = z.strictObject({
  /** A person’s id; `remit` for what nobody did who signs in. */
  person: z.union([z.uuid(), z.literal('remit')]).optional(),
  act: z.enum(Object.keys(ACTS) as [ActName, ...ActName[]]).optional(),
  policy: slug.optional(),
  /** From this moment on, and before that one. */
  from: moment.optional(),
  until: moment.optional(),
  /** Words that an entry holds, or that say what was done, or that a policy is titled. */
  search: z.string().trim().max(200).optional(),
})
export type Filter = z.infer<typeof filterInput>

export const matching = (database: Connection, filter: Filter): SQL | undefined => {
  const { person, act, policy, from, until, search } = filter
  return and(
    person === 'remit' ? isNull(auditEntries.userId) : person ? eq(auditEntries.userId, person) : undefined,
    act ? eq(auditEntries.act, act) : undefined,
    policy ? eq(auditEntries.policy, policy) : undefined,
    from ? gte(auditEntries.at, new Date(from)) : undefined,
    until ? lt(auditEntries.at, new Date(until)) : undefined,
    search ? holding(database, search) : undefined,
  )
}

function holding(database: Connection, search: string): SQL | undefined {
  const words = search.replaceAll('\0', '')
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const acts = Object.entries(ACTS).filter(([, { label }]) =>
    label.toLowerCase().includes(words.toLowerCase()),
  )
  const titled = database
    .select({ name: policies.name })
    .from(policies)
    .where(ilike(policies.title, pattern(words)))
  return or(
    // As it stands in the body, where quotation marks are escaped.
    ilike(auditEntries.body, pattern(JSON.stringify(words).slice(1, -1))),
    inArray(
      auditEntries.act,
      acts.map(([name]) => name),
    ),
    inArray(auditEntries.policy, titled),
  )
}
