import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { artifacts } from './artifacts'
import { policies } from './policies'
import { proposals } from './proposals'
import { users } from './users'

/** What was published. Rows are only ever added; a trigger refuses every change (see the migrations). */
export const versions = pgTable(
  'versions',
  {
    id: uuid().primaryKey().defaultRandom(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id),
    /** From 1, without gaps, for each policy. */
    number: integer().notNull(),
    document: json().notNull(),
    /** `{ "name", "version" }` of the shared handbook that was taken in and is resolved in it; null where there was none. */
    takesIn: json('takes_in').$type<{ name: string; version: number }>(),
    /** `sha256-…` of the document in RFC 8785 form; null in versions from before it was kept. */
    hash: text(),
    /** What was approved; null in samples, and where an older version was published again. */
    proposalId: uuid('proposal_id').references(() => proposals.id),
    /** The number of the version that this one publishes again. */
    republishes: integer(),
    note: text(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull().defaultNow(),
    publishedBy: uuid('published_by').references(() => users.id),
  },
  table => [
    unique('versions_number').on(table.policyId, table.number),
    unique('versions_proposal').on(table.proposalId),
    check('versions_number_positive', sql`${table.number} > 0`),
  ],
)

/** The decision table of each tier in a version. Rows are only ever added, as with versions. */
export const versionTables = pgTable(
  'version_tables',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    tier: text().notNull(),
    /** The tier's place in the handbook, the least authority first. */
    place: integer().notNull(),
    hash: text()
      .notNull()
      .references(() => artifacts.hash),
    /** How many rows its tables have in all. */
    rows: integer().notNull(),
  },
  table => [
    primaryKey({ columns: [table.versionId, table.tier] }),
    index('version_tables_hash').on(table.hash),
  ],
)
