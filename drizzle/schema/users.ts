import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

/** Who may do what: an auditor sees, a manager also edits and publishes, an administrator also looks after people. */
export const ROLES = ['manager', 'auditor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/**
 * People who sign in. A person who leaves is marked, not deleted: what they published keeps its author, and their
 * e-mail address is free for somebody else.
 */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull(),
    /** In lower case. */
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** Whether they may agree to what others propose: a right of its own, which auditors, who change nothing, never have. */
    approves: boolean().notNull().default(false),
    /** scrypt, with its parameters and its salt; see `server/auth/password.ts`. */
    password: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  table => [
    uniqueIndex('users_email').on(table.email).where(sql`${table.removedAt} is null`),
    check('users_email_lower', sql`${table.email} = lower(${table.email})`),
    check('users_role', sql`${table.role} in ('manager', 'auditor', 'administrator')`),
    check('users_approves', sql`not (${table.approves} and ${table.role} = 'auditor')`),
  ],
)
