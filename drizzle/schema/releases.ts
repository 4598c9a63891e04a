import { desc, sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { CHANNELS } from './channels'
import { policies } from './policies'
import { users } from './users'
import { versions } from './versions'

/**
 * From when on which version is in force on a channel. The one in force at a moment is the one with the latest `from`
 * up to it, and of two the one that was made last. Rows are only ever added; one that is still to come can be called off.
 */
export const releases = pgTable(
  'releases',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    // Named, as views have to have it.
    channel: text('channel', { enum: CHANNELS }).notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    from: timestamp('from', { withTimezone: true }).notNull(),
    reason: text(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: the installation itself. */
    madeBy: uuid('made_by').references(() => users.id),
    calledOffAt: timestamp('called_off_at', { withTimezone: true }),
    calledOffBy: uuid('called_off_by').references(() => users.id),
  },
  table => [
    index('releases_from').on(table.policyId, table.channel, desc(table.from), desc(table.id)),
    index('releases_version').on(table.versionId),
    check('releases_channel', sql`${table.channel} in ('staging', 'live')`),
    check('releases_not_in_the_past', sql`${table.from} >= ${table.madeAt}`),
  ],
)
