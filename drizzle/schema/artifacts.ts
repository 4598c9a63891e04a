import { pgTable, text } from 'drizzle-orm/pg-core'

/** Compiled tables by their hash. Rows are only ever added, as with versions. */
export const artifacts = pgTable('artifacts', {
  hash: text().primaryKey(),
  /** The exact bytes that clients are given: canonical JSON. */
  body: text().notNull(),
})
