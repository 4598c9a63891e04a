import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './users'

/** Handbooks that policies share are kept like policies, and have no tables. */
export const POLICY_KINDS = ['policy', 'handbook'] as const
export type PolicyKind = (typeof POLICY_KINDS)[number]

export const policies = pgTable(
  'policies',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What it is called in addresses; it never changes. */
    name: text().notNull().unique(),
    kind: text({ enum: POLICY_KINDS }).notNull().default('policy'),
    /** The title of the draft as last saved. */
    title: text().notNull(),
    /** How many people have to agree before a version is published; lowered only by a proposal of its own. */
    approvalsNeeded: integer('approvals_needed').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  table => [
    check('policies_name', sql`${table.name} ~ '^[a-z0-9-]{1,64}$'`),
    check('policies_kind', sql`${table.kind} in ('policy', 'handbook')`),
    check('policies_approvals_needed', sql`${table.approvalsNeeded} between 1 and 9`),
  ],
)
