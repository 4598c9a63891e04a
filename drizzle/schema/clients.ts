import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { CHANNELS } from './channels'
import { policies } from './policies'
import { users } from './users'

/** Runtime clients. Each has one token, of which only the SHA-256 is kept, bound to a tier, a channel, and perhaps a policy. */
export const clients = pgTable(
  'clients',
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    tier: text().notNull(),
    channel: text({ enum: CHANNELS }).notNull().default('live'),
    /** Null: every policy. */
    policyId: uuid('policy_id').references(() => policies.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: made on the command line or by the installation itself. */
    createdBy: uuid('created_by').references(() => users.id),
    /** To the minute. */
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  table => [
    index('clients_policy').on(table.policyId),
    check('clients_channel', sql`${table.channel} in ('staging', 'live')`),
  ],
)
