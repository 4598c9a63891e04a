import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { policies } from './policies'
import { users } from './users'

/** How a revision of a draft came about. */
export const SAVED_HOW = ['created', 'drawn', 'imported', 'pushed', 'restored'] as const
export type SavedHow = (typeof SAVED_HOW)[number]

/**
 * Who saved which revision of a draft: whoever had a hand in what is proposed does not approve it. Rows are only ever
 * added, and leave with their policy.
 */
export const draftSaves = pgTable(
  'draft_saves',
  {
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    how: text({ enum: SAVED_HOW }).notNull().default('drawn'),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: the installation itself. */
    savedBy: uuid('saved_by').references(() => users.id),
  },
  table => [
    primaryKey({ columns: [table.policyId, table.revision] }),
    check('draft_saves_how', sql`${table.how} in ('created', 'drawn', 'imported', 'pushed', 'restored')`),
  ],
)
