import { sql } from 'drizzle-orm'
import { check, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What a key signs. A key of one purpose signs nothing of the other. */
export const KEY_PURPOSES = ['audit', 'pointers'] as const
export type KeyPurpose = (typeof KEY_PURPOSES)[number]

/** Ed25519 keys. The private half is sealed by the installation's own secret, which is not in the database. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    /** The fingerprint: `sha256-…` of the public key in its DER form. */
    id: text().primaryKey(),
    purpose: text({ enum: KEY_PURPOSES }).notNull(),
    /** SPKI, PEM. */
    publicKey: text('public_key').notNull(),
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    retiredAt: timestamp('retired_at', { withTimezone: true }),
    /** The signature of the key before it over this one's public key; null for the first of a purpose. */
    endorsement: text(),
  },
  table => [check('signing_keys_purpose', sql`${table.purpose} in ('audit', 'pointers')`)],
)
