import { index, json, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import { policies } from './policies'
import { users } from './users'

/** Who has a draft open, a row for each tab; what is not seen again goes stale within seconds. */
export const presence = pgTable(
  'presence',
  {
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id, { onDelete: 'cascade' }),
    /** Made up by the tab. */
    tab: uuid().notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Ids of the steps and lines that are selected there. */
    at: json().$type<string[]>().notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.policyId, table.tab] }), index('presence_seen').on(table.seenAt)],
)
