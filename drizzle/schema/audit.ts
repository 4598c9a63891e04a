import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './users'

/**
 * Every act that changed anything, in one chain: each entry's body holds the hash of the entry before it. Rows are only
 * ever added, one behind the other; triggers see to both. What is not in `body` is only there to search by.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    /** From 1, without gaps. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    /** The entry as it is exported, in RFC 8785 form. */
    body: text().notNull(),
    /** `sha256-…` of the body. */
    hash: text().notNull().unique(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** Null: the installation itself, or the command line. */
    userId: uuid('user_id').references(() => users.id),
    act: text().notNull(),
    /** The name of the policy or handbook that it was about. */
    policy: text(),
  },
  table => [
    index('audit_entries_at').on(table.at),
    index('audit_entries_policy').on(table.policy, table.seq),
    index('audit_entries_user').on(table.userId, table.seq),
    index('audit_entries_act').on(table.act, table.seq),
  ],
)

/** Signed statements that the chain had this end at that time. Their worth is in copies that are kept elsewhere. */
export const auditCheckpoints = pgTable('audit_checkpoints', {
  seq: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => auditEntries.seq),
  /** The checkpoint as it is handed out, its signature included: canonical JSON. */
  body: text().notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  madeBy: uuid('made_by').references(() => users.id),
})

/** Up to which entry somebody has looked, for what is new to them. */
export const auditLooks = pgTable('audit_looks', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  seq: bigint({ mode: 'number' }).notNull(),
  lookedAt: timestamp('looked_at', { withTimezone: true }).notNull().defaultNow(),
})
