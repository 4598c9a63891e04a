import { sql } from 'drizzle-orm'
import { check, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './users'

export const policies = pgTable(
  'policies',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What it is called in addresses; it never changes. */
    name: text().notNull().unique(),
    /** The title of the draft as last saved. */
    title: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  table => [check('policies_name', sql`${table.name} ~ '^[a-z0-9-]{1,64}$'`)],
)
