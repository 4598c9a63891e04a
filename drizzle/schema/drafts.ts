import { sql } from 'drizzle-orm'
import { check, integer, json, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { policies } from './policies'
import { users } from './users'

/** The one draft of each policy. A revision names one document for good: each save makes the next one. */
export const drafts = pgTable(
  'drafts',
  {
    policyId: uuid('policy_id')
      .primaryKey()
      .references(() => policies.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    /** `json`, not `jsonb`, which would reorder the keys and refuse some legal strings, such as "\u0000". */
    document: json().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
    savedBy: uuid('saved_by').references(() => users.id),
  },
  table => [check('drafts_revision', sql`${table.revision} > 0`)],
)
